import type { Call, Entry, Transaction } from './types.ts';
import { finalOf } from './transactions.ts';
import { transactionOf } from './queries.ts';
import { field, listed } from '../message/fields.ts';
import { carriesMedia, codecKey, sdpOf, type Codec, type Media, type Sdp } from '../message/sdp.ts';
import { grouped } from '../message/grouped.ts';

/** One m-line of an offer with the line at the same place in the answer. */
export interface MediaPair {
  offer: Media;
  answer: Media | null;
  /** Codecs of the answer that the offer has too, in the order of the answer. */
  common: Codec[];
  /** The answer sets port 0 (RFC 3264 §6). */
  rejected: boolean;
}

/** An offer with its answer (RFC 3264; which message may carry which: RFC 3261 §13.2.1, RFC 3262 §5, RFC 3311 §5.1). */
export interface Exchange {
  offer: Entry;
  answer: Entry | null;
  /** The INVITE had no SDP, so the offer came in the response. */
  delayed: boolean;
  /** The first offer of its dialog; a later one changes a running session. */
  first: boolean;
  pairs: MediaPair[];
  /** m-lines that only the answer has. */
  surplus: Media[];
}

/**
 * @param call transactions and their messages
 * @returns exchanges in order, one per hop and answering side; hops that pass the same bodies on give one
 */
export function exchanges(call: Call): Exchange[] {
  const known = KNOWN.get(call) ?? findExchanges(call);
  KNOWN.set(call, known);
  return known;
}

/** Many rules ask for the exchanges of one call; they are worked out once. */
const KNOWN = new WeakMap<Call, Exchange[]>();

function findExchanges(call: Call): Exchange[] {
  const found: Exchange[] = [];
  const seen = new Set<string>();
  const reliability = reliabilityOf(call);
  for (const transaction of call.transactions) {
    for (const [offer, answer, delayed] of offersOf(transaction, reliability)) {
      const key = `${offer.message.body} ${answer?.message.body ?? ''} ${offer.cseq}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const exchange = pairUp(offer, answer, delayed, transaction.initial);
      if (exchange) found.push(exchange);
    }
  }
  return found.sort((left, right) => left.offer.message.index - right.offer.message.index);
}

type Offer = [offer: Entry, answer: Entry | null, delayed: boolean];

const hasSdp = (entry: Entry): boolean => entry.repeat === null && sdpOf(entry.message) !== null;

/** The response that refuses an offer, or null */
export function refusal(call: Call, { offer, answer }: Exchange): { code: number; entry: Entry } | null {
  const own = answer ? undefined : transactionOf(call, offer);
  const final = own && finalOf(own);
  return final && [415, 488, 606].includes(final.code!) ? { code: final.code!, entry: final } : null;
}

/** Codecs as `PCMA/8000`, those that carry no voice or picture left out; a payload without a name as its number */
export const codecNames = (codecs: Codec[]): string[] =>
  codecs.filter(carriesMedia).map(({ name, payload, rate }) => (name === '' ? payload : `${name}/${rate ?? ''}`));

/** Whether a session description uses ICE (RFC 8839 §5.1, §5.4) */
export const hasIce = ({ message }: Entry): boolean => /^a=(ice-ufrag|candidate):/im.test(message.body);

/** The trace cut the message, or announces a session description that is not there: it says nothing of an offer. */
const bodyLost = ({ message }: Entry): boolean =>
  message.cut !== undefined ||
  (message.body.trim() === '' && /^\s*application\/sdp/i.test(field(message, 'Content-Type') ?? ''));

/** Whether a response must be acknowledged by PRACK, so that its SDP counts */
export const reliable = (entry: Entry): boolean =>
  field(entry.message, 'RSeq') !== null && listed(entry.message, 'Require').some((tag) => /^100rel$/i.test(tag));

/** What the PRACKs of a call say, gathered once for all its transactions. */
interface Reliability {
  /** The first PRACK with SDP by the tag of the answering side. */
  pracks: Map<string, Entry>;
  /** Tags of callers that sent an INVITE without SDP: a PRACK of theirs with SDP answers. */
  offerless: Set<string>;
}

function reliabilityOf({ entries, transactions }: Call): Reliability {
  const pracks = new Map<string, Entry>();
  for (const entry of entries)
    if (entry.method === 'PRACK' && entry.code === null && !pracks.has(entry.toTag) && hasSdp(entry))
      pracks.set(entry.toTag, entry);
  const invites = transactions.filter(({ method }) => method === 'INVITE').flatMap(({ requests }) => requests);
  const without = invites.filter((invite) => invite.repeat === null && !hasSdp(invite));
  return { pracks, offerless: new Set(without.map(({ fromTag }) => fromTag)) };
}

function offersOf(transaction: Transaction, reliability: Reliability): Offer[] {
  const request = transaction.requests.find(({ repeat }) => repeat === null);
  if (!request) return [];
  const responses = [...transaction.provisional, ...transaction.final.filter(({ code }) => code! < 300)].filter(
    ({ repeat }) => repeat === null,
  );
  if (transaction.method === 'INVITE') return inviteOffers(request, responses, transaction, reliability);
  // A PRACK may answer an offer of the response before; then it makes none of its own.
  if (!['UPDATE', 'PRACK'].includes(transaction.method) || !hasSdp(request)) return [];
  if (transaction.method === 'PRACK' && reliability.offerless.has(request.fromTag)) return [];
  return [[request, responses.find(hasSdp) ?? null, false]];
}

function inviteOffers(invite: Entry, responses: Entry[], transaction: Transaction, { pracks }: Reliability): Offer[] {
  const tags = grouped(responses, ({ toTag }) => toTag);
  if (!hasSdp(invite) && bodyLost(invite)) return [];
  if (hasSdp(invite)) {
    const answers = [...tags.values()].flatMap((list) => list.find(hasSdp) ?? []);
    const answered = answers.map((answer): Offer => [invite, answer, false]);
    return answered.length > 0 ? answered : [[invite, null, false]];
  }
  const acks = grouped(transaction.acks, ({ toTag }) => toTag);
  return [...tags].flatMap(([tag, list]): Offer[] => {
    const offer = list.find((one) => hasSdp(one) && (one.code! >= 200 || reliable(one)));
    if (!offer) return [];
    const answer = offer.code! >= 200 ? acks.get(tag)?.find(hasSdp) : pracks.get(tag);
    return [[offer, answer ?? null, true]];
  });
}

function pairUp(offer: Entry, answer: Entry | null, delayed: boolean, first: boolean): Exchange | null {
  const offered = sdpOf(offer.message);
  if (!offered) return null;
  const answered: Sdp | null = answer && sdpOf(answer.message);
  const pairs = offered.media.map((line, index): MediaPair => {
    const other = answered?.media[index] ?? null;
    const mine = new Set(line.codecs.map(codecKey));
    const common = other ? other.codecs.filter((codec) => mine.has(codecKey(codec))) : [];
    return { offer: line, answer: other, common, rejected: other !== null && other.port === 0 };
  });
  return { offer, answer, delayed, first, pairs, surplus: answered?.media.slice(offered.media.length) ?? [] };
}
