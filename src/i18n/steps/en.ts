import type { StepWords } from '../../model/ladder/ladder.ts';

/** The steps of a ladder as lines of text. */
export const steps: StepWords = {
  note: (party, label) => `${party}: ${label}`,
  message: (from, to, label) => `${from} to ${to}: ${label}`,
};
