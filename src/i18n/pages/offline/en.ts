/** What is said where there is no network. */
export const offline = {
  title: 'No network, and this page is not kept here',
  description: 'Shown when there is no network and the page has not been opened on this device before.',
  text: 'Pages that you have opened on this device can still be read, and so can the list of all codes. The search still finds codes and comparisons by number and by keyword.',
  /** Above a page that comes from the browser's own copies. */
  stored: 'The site cannot be reached. This is a copy that your browser has kept; it may not be the newest.',
  again: 'Once there is a network again, load this address once more.',
};
export type OfflineWords = typeof offline;
