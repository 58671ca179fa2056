// Parts that the style sheet leaves for later (`.late`) are laid out step by step when the page has nothing else to do, so
// that its length is true and whoever takes a picture of the whole page finds no gaps.

const late = [...document.querySelectorAll('.late')];
const idle = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 50));
/** Elements to lay out in one step: one large part, or some small ones. */
const STEP = 100;

function next(): void {
  for (let elements = 0; late.length > 0 && elements < STEP;) {
    const part = late.shift()!;
    part.classList.remove('late');
    elements += part.getElementsByTagName('*').length;
  }
  if (late.length > 0) idle(next);
}
if (late.length > 0) idle(next);
