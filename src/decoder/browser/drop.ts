/**
 * Takes what is dropped anywhere on the page.
 *
 * @param root marked with the class `over` while something is held above the page
 * @param take is called with the first file or, where there is none, with the text
 */
export function takeDrops(root: HTMLElement, take: (dropped: File | string) => void): void {
  document.addEventListener('dragover', (event) => {
    event.preventDefault();
    root.classList.add('over');
  });
  document.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) root.classList.remove('over');
  });
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    root.classList.remove('over');
    const dropped = event.dataTransfer?.files[0] ?? event.dataTransfer?.getData('text');
    if (dropped) take(dropped);
  });
}
