// Parts that the style sheet leaves for later (`.late`) are laid out one by one when the page has nothing else to do, so that
// its length is true and whoever takes a picture of the whole page finds no gaps.

const late = [...document.querySelectorAll('.late')];
const idle = window.requestIdleCallback ?? ((then: () => void) => setTimeout(then, 50));

function next(): void {
  late.shift()?.classList.remove('late');
  if (late.length > 0) idle(next);
}
if (late.length > 0) idle(next);
