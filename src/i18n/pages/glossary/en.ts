import type { Topic } from '../../../schema/glossary.ts';

/** What is said of a topic on its page, of which the overview shows label and lead. */
export interface TopicWords {
  /** Name in lists of topics and in the breadcrumb. */
  label: string;
  title: string;
  description: (count: number) => string;
  lead: string;
}

/** Words of the pages of the glossary. English gives the keys; Japanese has to fill them. */
export interface GlossaryWords {
  label: string;
  title: string;
  description: (count: number) => string;
  lead: (count: number) => string;
  /** Heading over all terms in the order of their names. */
  index: string;
  /** Heading of the terms that begin with a letter, or in a row of the kana. */
  initial: (initial: string) => string;
  topics: string;
  see: string;
  codes: string;
  topic: Record<Topic, TopicWords>;
}

export const glossary: GlossaryWords = {
  label: 'Glossary',
  title: 'Glossary of SIP terms, English and Japanese',
  description: (count) =>
    `${count} terms of SIP, from dialog to Q.850 cause: what each means, what it is called in Japanese, and the RFC section behind it.`,
  lead: (count) =>
    `The ${count} terms that this site uses, with their Japanese names. Each leads to its definition, the RFC section behind it and the codes that it helps to understand.`,
  index: 'All terms from A to Z',
  initial: (letter) => letter,
  topics: 'Topics',
  see: 'See also:',
  codes: 'Codes:',
  topic: {
    messages: {
      label: 'Requests and responses',
      title: 'SIP requests and responses: terms explained',
      description: (count) =>
        `${count} terms of SIP messages, from method and reason phrase to PRACK, re-INVITE and Timer B; each with its Japanese name and RFC section.`,
      lead: 'What a message is made of, the requests around an INVITE such as ACK, CANCEL and PRACK, and the kinds of responses.',
    },
    dialogs: {
      label: 'Transactions and dialogs',
      title: 'SIP transactions and dialogs: terms explained',
      description: (count) =>
        `${count} terms for what holds a SIP call together: transaction, dialog, Call-ID, tag, CSeq, session timer; each with its Japanese name and RFC section.`,
      lead: 'What belongs together in a trace: transactions, dialogs and subscriptions, the values that identify them, and glare.',
    },
    elements: {
      label: 'Who takes part',
      title: 'User agents, proxies and servers in SIP: terms explained',
      description: (count) =>
        `${count} terms for who takes part in SIP: UAC, UAS, B2BUA, proxy, registrar, gateway, SBC; each with its Japanese name and RFC section.`,
      lead: 'Who sends, forwards and answers messages: user agents in their two roles, proxies, servers, gateways and border controllers.',
    },
    routing: {
      label: 'Routing and forking',
      title: 'SIP routing and forking: terms explained',
      description: (count) =>
        `${count} terms for the way of a SIP request: fork, branch, best response, loop, Via, Record-Route, Max-Forwards; each with its Japanese name and RFC section.`,
      lead: 'How a request finds its way and the response its way back: forks and searches, loops, and the header fields that record the route.',
    },
    registration: {
      label: 'Registration',
      title: 'SIP registration: terms explained',
      description: (count) =>
        `${count} terms of SIP registration: binding, address-of-record (AOR), Expires, Path, outbound flow, GRUU; each with its Japanese name and RFC section.`,
      lead: 'How a phone makes itself known: addresses and bindings, how long they last, and how calls reach phones behind NAT and sleeping apps.',
    },
    media: {
      label: 'Media and ringing',
      title: 'Media and ringing in SIP: terms explained',
      description: (count) =>
        `${count} terms of media and ringing: SDP, offer/answer, delayed offer, early media, ringback tone, hold; each with its Japanese name and RFC section.`,
      lead: 'How both sides agree on media, what is heard before a call is answered, and what puts it on hold.',
    },
    security: {
      label: 'Authentication and identity',
      title: 'SIP authentication and identity: terms explained',
      description: (count) =>
        `${count} terms of SIP authentication and caller identity: digest, challenge, nonce, STIR, PASSporT; each with its Japanese name and RFC section.`,
      lead: 'How a client proves who it is, from challenge to credentials, and how networks vouch for the number of a caller or hide it.',
    },
    pstn: {
      label: 'Telephone network and load',
      title: 'SIP, telephone network and load: terms explained',
      description: (count) =>
        `${count} terms of telephone network and load: ISUP, Q.850 cause, Reason, overlap dialing, overload control; each with its Japanese name and RFC section.`,
      lead: 'What SIP shares with the telephone network, such as ISUP and Q.850 causes, and what helps when there are too many calls.',
    },
  },
};
