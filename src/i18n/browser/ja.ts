// The words of the script that is on every page; it loads those of the page's language only.
export { copy } from '../pages/copy/ja.ts';
export { dialog } from '../search/dialog/ja.ts';
