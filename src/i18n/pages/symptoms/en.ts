import type { Stage } from '../../../schema/symptoms.ts';

/** Words of the symptom pages. English gives the keys; Japanese has to fill them. */
export interface SymptomWords {
  /** Name of the overview in lists of pages. */
  label: string;
  overview: string;
  overviewTitle: string;
  overviewIntro: (count: number) => string;
  stage: Record<Stage, string>;
  looksLike: string;
  /** Under a trace with times. */
  times: string;
  causes: string;
  causesHint: string;
  /** Stands before the test of a cause. */
  tell: string;
  codes: string;
  ask: string;
  others: string;
  /** Heading on a code page. */
  onCodePage: string;
}

export const symptoms: SymptomWords = {
  label: 'Symptoms',
  overview: 'Symptoms',
  overviewTitle: 'SIP symptoms: from complaint to cause',
  overviewIntro: (count) =>
    `${count} complaints that support desks get, each with its trace, its causes in order of likelihood and the test that tells them apart.`,
  stage: {
    registration: 'Registration and reachability',
    setup: 'Calls that do not get through',
    ringing: 'Ringing and missed calls',
    audio: 'Audio',
    call: 'During the call',
  },
  looksLike: 'In the trace',
  times: 'Times are an example; repeats and timeouts follow the default timers (T1 = 0.5 s).',
  causes: 'Causes and how to tell them apart',
  causesHint: 'Most likely first.',
  tell: 'Test:',
  codes: 'Codes that may appear',
  ask: 'Ask for in the ticket',
  others: 'Other symptoms of this stage',
  onCodePage: 'Symptoms that show this code',
};
