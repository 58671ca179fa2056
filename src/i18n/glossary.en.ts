import type { Topic } from '../model/glossary.ts';

/** Words of the glossary page. */
export const glossaryEn = {
  label: 'Glossary',
  title: 'Glossary of SIP terms, English and Japanese',
  description: (count: number) =>
    `${count} terms of SIP, from dialog to Q.850 cause: what each means, what it is called in Japanese, and the RFC section behind it.`,
  intro: (count: number) =>
    `The ${count} terms that this site uses, each with its Japanese name and reading, and with the codes that it helps to understand.`,
  index: 'All terms from A to Z',
  topics: 'Parts',
  see: 'See also:',
  codes: 'Codes:',
  topic: {
    messages: 'Requests and responses',
    dialogs: 'Transactions and dialogs',
    elements: 'Who takes part',
    routing: 'Routing and forking',
    registration: 'Registration',
    media: 'Media and ringing',
    security: 'Authentication and identity',
    pstn: 'Telephone network and load',
  } satisfies Record<Topic, string>,
};
export type GlossaryWords = typeof glossaryEn;
