import type { StepWords } from '../../model/ladder/ladder.ts';

export const steps: StepWords = {
  note: (party, label) => `${party}：${label}`,
  message: (from, to, label) => `${from}から${to}へ：${label}`,
};
