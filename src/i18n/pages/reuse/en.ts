import type { ReuseTopic } from '../../../schema/reuse.ts';

/** Words of the page about second meanings of codes, and of the section on code pages. English gives the keys. */
export const reuse = {
  label: 'Carriers’ own meanings',
  title: 'SIP codes that carriers and services use for something else',
  description: (count: number) =>
    `${count} cases where a carrier or service sends 603, 403, 503 and others for its own purpose: no credit, blocked call, limit reached. With sources.`,
  lead: 'A code says what the RFC says, until a carrier uses it for its own purpose. Each case stands here with the service, the test that tells, and the page that says so.',
  note: 'The pages were read in stored copies on the day named. Services change: ask yours if a case does not fit.',
  topic: {
    money: 'Balance and price',
    limits: 'Limits and settings of the account',
    blocking: 'Blocked calls',
    display: 'Longer numbers, and codes made by an application',
  } satisfies Record<ReuseTopic, string>,
  shown: 'Shown as',
  tell: 'How to tell',
  codes: 'Codes',
  source: 'Source',
  read: (day: string) => `read on ${day}`,
  secondHand: ' (second-hand: its own page was not seen)',
  onCodePage: 'What carriers and services use it for',
  byWho: (who: string, shown: string) => `${who}: ${shown}`,
};
export type ReuseWords = typeof reuse;
