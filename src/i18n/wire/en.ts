/** Words around the message on a code page. */
export const wire = {
  /** Who sent the message to whom; parties as the ladder names them. */
  caption: (from: string, to: string) =>
    `${from} to ${to}, as in the exchange above. Names and addresses are examples.`,
};
export type WireWords = typeof wire;
