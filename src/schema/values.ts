// The words that facts may hold, each list with its meaning. Their names in each language stand in src/i18n/labels;
// parties and notes of a ladder in ladder.ts.

export const METHODS = [
  'INVITE',
  'BYE',
  'CANCEL',
  'OPTIONS',
  'REGISTER',
  'PRACK',
  'SUBSCRIBE',
  'NOTIFY',
  'PUBLISH',
  'INFO',
  'REFER',
  'MESSAGE',
  'UPDATE',
] as const;
export type Method = (typeof METHODS)[number];

/** `any`: the defining text sets no limit. `in-dialog`: any request inside an existing dialog. */
export const METHOD_SETS = [...METHODS, 'any', 'in-dialog'] as const;

/** The elements of RFC 3261 §6; gateway and B2BUA act as UAS and are named where they are typical. */
export const ROLES = [
  'uas',
  'proxy',
  'redirect',
  'registrar',
  'event-server',
  'gateway',
  'b2bua',
  'relay',
  'message-relay',
] as const;
export type Role = (typeof ROLES)[number];

/** Answers to “is it a fault?” */
export const NATURES = ['normal', 'depends', 'fault'] as const;
/** What the response speaks for: how much has been said "no" (or "yes") to. */
export const REACHES = ['request', 'device', 'user', 'server', 'everywhere'] as const;
/** Whose decision or what event the response reports. */
export const DECIDERS = ['caller', 'callee', 'policy', 'timer', 'machine'] as const;

export const RETRY_ACTIONS = ['none', 'modified', 'later', 'elsewhere', 'never'] as const;
/** What has to be different before the request can succeed. */
export const CHANGES = [
  'accept',
  'alert',
  'anonymity',
  'body-format',
  'body-size',
  'breadth',
  'choice',
  'consent',
  'credential',
  'credential-access',
  'credentials',
  'digits',
  'encryption',
  'entity-tag',
  'event-package',
  'expiry',
  'extensions-dropped',
  'extensions-offered',
  'first-hop',
  'flow',
  'hops',
  'identity',
  'info-package',
  'location',
  'media',
  'message-size',
  'method',
  'precondition',
  'priority',
  'push',
  'referrer-token',
  'routing',
  'security',
  'service',
  'session-interval',
  'syntax',
  'target',
  'uri-length',
  'uri-scheme',
  'version',
] as const;

/** The order in which a UAS should look at a request outside a dialog (RFC 3261 §8.2 to §8.2.5). */
export const UAS_STEPS = [
  'authentication',
  'method',
  'uri',
  'merged',
  'require',
  'content',
  'extensions',
  'processing',
] as const;
/** The order in which a proxy looks at a request (RFC 3261 §16.3 to §16.7). */
export const PROXY_STEPS = [
  'syntax',
  'scheme',
  'hops',
  'loop',
  'proxy-require',
  'authorization',
  'target',
  'responses',
] as const;

/** How long what the response says holds good; a Retry-After in `headers` says `until-retry-after` by itself. */
export const DURATIONS = ['permanent', 'until-expiry', 'until-stated', 'one-request'] as const;

/** Where a code departs from what its class does at a forking proxy (RFC 3261 §16.7). */
export const FORK_EXCEPTIONS = [
  'not-forwarded',
  'challenge',
  'preferred',
  'becomes-500',
  'other-flow',
  'first-hop',
] as const;

export const DIALOG_EFFECTS = [
  'transaction',
  'usage',
  'usage-if-essential',
  'usage-unless-cancel',
  'subscription',
  'dialog',
  'dialog-unless-retried',
  'early-dialog',
  'nothing',
] as const;

/** Fields of a code that may be our judgement: no RFC gives them in full. */
export const JUDGED_FIELDS = [
  'nature',
  'methods',
  'inDialogOnly',
  'outsideDialogOnly',
  'sentBy',
  'reach',
  'decidedBy',
  'detailIn',
  'beforeAlerting',
  'retry',
  'checkedAt',
  'lasts',
  'fork',
  'dialog',
  'actor',
  'look',
] as const;
export type JudgedField = (typeof JUDGED_FIELDS)[number];

/** Who has to act after a response before anything can change. */
export const MOVERS = [
  'nobody-yet',
  'nobody',
  'client',
  'client-alternative',
  'client-proxy',
  'client-waits',
  'client-clears',
  'sender',
  'sender-or-network',
  'sender-or-verifier',
  'signer-or-verifier',
  'sender-and-recipients',
  'referrer',
  'called-side',
  'called-side-only',
  'refuser',
  'silent-hop',
  'failed-server',
  'server-or-order',
  'software',
  'routing',
  'flow',
  'account',
] as const;
/** Where the receiver of a response has to look. */
export const LOOKS = [
  'nothing-yet',
  'nothing',
  'request',
  'request-only',
  'address',
  'contact',
  'body',
  'server',
  'rules',
  'callee',
  'availability',
  'path',
  'route',
  'flow',
  'glare',
  'delivery',
  'who-ended',
] as const;

export const HEADER_CONDITIONS = [
  'alert-dialog',
  'body-type',
  'body-encoding',
  'body-language',
  'capabilities',
  'choices',
  'digest',
  'dialog-creating',
  'early-dialog',
  'invite',
  'invite-or-options',
  'location-known',
  'merged-challenge',
  'method-fits',
  'no-abuse-expected',
  'options',
  'overlapping-request',
  'proxy-cannot-decide',
  'publish',
  'publish-throttle',
  'register',
  'reliable',
  'responder-certificate',
  'route-recorded',
  'sec-agree',
  'server-initiated',
  'services',
  'sips-mismatch',
  'subscribe-or-publish',
  'temporary',
  'timestamp-in-request',
  'carries-sdp',
  'offer-refused',
  'failed-precondition',
] as const;
