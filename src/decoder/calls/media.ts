import type { Call, Entry, Transaction } from './calls.ts';
import { finalOf } from './transactions.ts';
import { field, listed } from '../message/fields.ts';
import { carriesMedia, sameCodec, sdpOf, type Codec, type Media, type Sdp } from '../message/sdp.ts';

/** One m-line of an offer beside the line at the same place in the answer. */
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
  for (const transaction of call.transactions) {
    for (const [offer, answer, delayed] of offersOf(transaction, call)) {
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

/** @returns the response that refuses an offer, or null */
export function refusal(call: Call, { offer, answer }: Exchange): { code: number; entry: Entry } | null {
  const own = answer ? undefined : call.transactions.find(({ requests }) => requests.includes(offer));
  const final = own && finalOf(own);
  return final && [415, 488, 606].includes(final.code!) ? { code: final.code!, entry: final } : null;
}

/** @returns codecs as `PCMA/8000`, those that carry no voice or picture left out; a payload without a name as its number */
export const codecNames = (codecs: Codec[]): string[] =>
  codecs.filter(carriesMedia).map(({ name, payload, rate }) => (name === '' ? payload : `${name}/${rate ?? ''}`));

/** @returns whether a session description uses ICE (RFC 8839 §5.1, §5.4) */
export const hasIce = ({ message }: Entry): boolean => /^a=(ice-ufrag|candidate):/im.test(message.body);

/** The trace cut the message, or announces a session description that is not there: it says nothing of an offer. */
const bodyLost = ({ message }: Entry): boolean =>
  message.cut !== undefined ||
  (message.body.trim() === '' && /^\s*application\/sdp/i.test(field(message, 'Content-Type') ?? ''));

/** @returns whether a response must be acknowledged by PRACK, so that its SDP counts */
export const reliable = (entry: Entry): boolean =>
  field(entry.message, 'RSeq') !== null && listed(entry.message, 'Require').some((tag) => /^100rel$/i.test(tag));

function offersOf(transaction: Transaction, call: Call): Offer[] {
  const request = transaction.requests.find(({ repeat }) => repeat === null);
  if (!request) return [];
  const responses = [...transaction.provisional, ...transaction.final.filter(({ code }) => code! < 300)].filter(
    ({ repeat }) => repeat === null,
  );
  if (transaction.method === 'INVITE') return inviteOffers(request, responses, transaction, call);
  // A PRACK may answer an offer of the response before; then it makes none of its own.
  if (!['UPDATE', 'PRACK'].includes(transaction.method) || !hasSdp(request)) return [];
  if (transaction.method === 'PRACK' && answersOffer(request, call)) return [];
  return [[request, responses.find(hasSdp) ?? null, false]];
}

function inviteOffers(invite: Entry, responses: Entry[], transaction: Transaction, call: Call): Offer[] {
  const tags = [...new Set(responses.map(({ toTag }) => toTag))];
  if (!hasSdp(invite) && bodyLost(invite)) return [];
  if (hasSdp(invite)) {
    const answers = tags.flatMap((tag) => responses.find((one) => one.toTag === tag && hasSdp(one)) ?? []);
    const answered = answers.map((answer): Offer => [invite, answer, false]);
    return answered.length > 0 ? answered : [[invite, null, false]];
  }
  return tags.flatMap((tag): Offer[] => {
    const offer = responses.find((one) => one.toTag === tag && hasSdp(one) && (one.code! >= 200 || reliable(one)));
    if (!offer) return [];
    const answer =
      offer.code! >= 200
        ? transaction.acks.find((ack) => ack.toTag === tag && hasSdp(ack))
        : call.entries.find((one) => one.method === 'PRACK' && one.code === null && one.toTag === tag && hasSdp(one));
    return [[offer, answer ?? null, true]];
  });
}

/** A PRACK with SDP answers if the INVITE had none. */
const answersOffer = (prack: Entry, call: Call): boolean =>
  call.transactions.some(
    ({ method, requests }) =>
      method === 'INVITE' &&
      requests.some((one) => one.fromTag === prack.fromTag && !hasSdp(one) && one.repeat === null),
  );

function pairUp(offer: Entry, answer: Entry | null, delayed: boolean, first: boolean): Exchange | null {
  const offered = sdpOf(offer.message);
  if (!offered) return null;
  const answered: Sdp | null = answer && sdpOf(answer.message);
  const pairs = offered.media.map((line, index): MediaPair => {
    const other = answered?.media[index] ?? null;
    const common = other
      ? other.codecs.filter((codec) => line.codecs.some((one) => sameCodec(one, codec) || samePayload(one, codec)))
      : [];
    return { offer: line, answer: other, common, rejected: other !== null && other.port === 0 };
  });
  return { offer, answer, delayed, first, pairs, surplus: answered?.media.slice(offered.media.length) ?? [] };
}

/** Formats that are no RTP payloads, such as `t38` or `webrtc-datachannel`, are equal by their text. */
const samePayload = (a: Codec, b: Codec): boolean => a.name === '' && b.name === '' && a.payload === b.payload;
