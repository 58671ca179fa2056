/** Words of the copy controls and of what they copy. */
export const copy = {
  /** Name of the control next to a heading; {} is the heading. */
  section: 'Copy the link to “{}”',
  self: 'Copy the link to this entry',
  group: 'Copy for the ticket',
  link: 'Link',
  markdown: 'Markdown',
  text: 'Plain text',
  copiedLink: 'Link copied.',
  copiedMarkdown: 'Markdown copied.',
  copiedText: 'Plain text copied.',
  /** The browser refuses the clipboard: the text is shown and selected. */
  refused: 'The browser does not allow copying. The text is selected; copy it with the keyboard.',
  check: 'What to check:',
};
export type CopyWords = typeof copy;
