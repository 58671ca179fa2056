import type { ReuseTopic } from '../../../schema/contexts.ts';

/** Words of the list of second meanings of codes. English gives the keys. */
export const reuse = {
  label: 'Carriers’ own meanings',
  title: 'SIP codes that carriers and services use for something else',
  description: (count: number) =>
    `${count} cases where a carrier or service sends 603, 403, 503 and others for its own purpose: no credit, blocked call, limit reached. With sources.`,
  lead: 'A code says what the RFC says, until a carrier uses it for its own purpose. Each case leads to the page of the service, with the test that tells and the source.',
  topic: {
    money: 'Balance and price',
    limits: 'Limits and settings of the account',
    blocking: 'Blocked calls',
    display: 'Longer numbers, and codes made by an application',
  } satisfies Record<ReuseTopic, string>,
  shown: 'Shown as',
  codes: 'Codes',
};
export type ReuseWords = typeof reuse;
