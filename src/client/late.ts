// Parts that the style sheet leaves for later (`.late`) are laid out step by step, so that the length of the page is true and
// whoever takes a picture of the whole page finds no gaps. By timer: Chromium does not always call a page idle in which
// nothing moves.

const late = [...document.querySelectorAll('.late')];
/** Elements to lay out in one step: one large part, or some small ones. */
const STEP = 100;
/** Milliseconds between two steps, for what the reader does meanwhile. */
const PAUSE = 30;

function next(): void {
  for (let elements = 0; late.length > 0 && elements < STEP;) {
    const part = late.shift()!;
    part.classList.remove('late');
    elements += part.getElementsByTagName('*').length;
  }
  if (late.length > 0) setTimeout(next, PAUSE);
}
setTimeout(next, PAUSE);
