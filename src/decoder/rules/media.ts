import type { Call, Entry, Transaction } from '../calls/types.ts';
import { found, type Finding } from './findings.ts';
import { exchanges, hasIce, codecNames, refusal, type Exchange } from '../calls/media.ts';
import { carriesMedia, sdpOf, type Media } from '../message/sdp.ts';
import { finalOf } from '../calls/transactions.ts';
import { once, transactionOf } from '../calls/queries.ts';

// Offer and answer (RFC 3264). A codec counts as common by name, clock rate and channels, not by payload number.

const both = ({ offer, answer }: Exchange): Entry[] => (answer ? [offer, answer] : [offer]);

/** RFC 3264 §6.1: without a common codec the line is refused, or the call by 488 (RFC 3261 §13.3.1.3). */
export function noCommonCodec(call: Call): Finding[] {
  return exchanges(call).flatMap((exchange) => {
    const refused = refusal(call, exchange);
    if (refused) {
      const line = exchange.pairs[0]?.offer;
      const theirs = sdpOf(refused.entry.message)?.media.find(({ type }) => type === line?.type)?.codecs;
      if (!line || !theirs?.some(carriesMedia)) return [];
      const mine = new Set(line.codecs.map(({ name }) => name.toLowerCase()));
      if (theirs.some(({ name }) => mine.has(name.toLowerCase()))) return [];
      const detail = {
        media: line.type,
        offered: codecNames(line.codecs),
        answered: codecNames(theirs),
        code: refused.code,
      };
      return [found({ kind: 'no-common-codec', ...detail }, [exchange.offer, refused.entry])];
    }
    return exchange.pairs.flatMap(({ offer, answer, common, rejected }) => {
      if (!answer || rejected || offer.port === 0 || !rtp(offer) || common.some(carriesMedia)) return [];
      // A dynamic payload without rtpmap has no name that could be compared.
      if ([...offer.codecs, ...answer.codecs].some(({ name }) => name === '')) return [];
      const detail = {
        media: offer.type,
        offered: codecNames(offer.codecs),
        answered: codecNames(answer.codecs),
        code: null,
      };
      return [found({ kind: 'no-common-codec', ...detail }, both(exchange))];
    });
  });
}

const rtp = ({ protocol }: Media): boolean => /RTP/.test(protocol);
const secure = ({ protocol }: Media): boolean => /SAVP/.test(protocol);

/** RFC 3264 §6: port 0 in the answer means that this stream does not take place. */
export function mediaRejected(call: Call): Finding[] {
  return exchanges(call).flatMap((exchange) =>
    exchange.pairs
      .filter(({ offer, answer, rejected }) => rejected && offer.port > 0 && answer !== null)
      .map(({ offer }) => {
        const severity = offer.type === 'audio' ? 'fault' : 'note';
        return found({ kind: 'media-rejected', media: offer.type }, both(exchange), severity);
      }),
  );
}

/** Warning 302 (RFC 3261 §20.43) names this case: SRTP on one side and RTP on the other cannot work together. */
export function mediaProfile(call: Call): Finding[] {
  return exchanges(call).flatMap((exchange) => {
    const line = exchange.pairs[0];
    if (!line) return [];
    const refused = refusal(call, exchange);
    const theirs = line.answer ?? (refused && (sdpOf(refused.entry.message)?.media[0] ?? null));
    if (!theirs || line.rejected || !rtp(line.offer) || !rtp(theirs) || secure(line.offer) === secure(theirs))
      return [];
    const detail = { offered: line.offer.protocol, answered: theirs.protocol, code: refused?.code ?? null };
    return [found({ kind: 'media-profile', ...detail }, refused ? [exchange.offer, refused.entry] : both(exchange))];
  });
}

/** RFC 3264 §6: as many m-lines in the answer as in the offer. */
export function mediaLines(call: Call): Finding[] {
  return exchanges(call).flatMap((exchange) => {
    const answer = exchange.answer && sdpOf(exchange.answer.message);
    if (!answer || answer.media.length === exchange.pairs.length) return [];
    const detail = { offered: exchange.pairs.length, answered: answer.media.length };
    return [found({ kind: 'media-lines', ...detail }, both(exchange))];
  });
}

/** RFC 3261 §13.2.1: a 2xx to an INVITE with offer has the answer, an ACK to a 2xx with offer has it. */
export function answerMissing(call: Call): Finding[] {
  return exchanges(call).flatMap(({ offer, answer, delayed }) => {
    if (answer) return [];
    const own = transactionOf(call, offer);
    const final = own && finalOf(own);
    if (!own || !final || final.code! >= 300) return [];
    if (!delayed) return [found({ kind: 'answer-missing', carrier: `${final.code} (${own.method})` }, [offer, final])];
    const ack = own.acks.find(({ toTag }) => toTag === offer.toTag);
    return ack ? [found({ kind: 'answer-missing', carrier: 'ACK' }, [offer, ack])] : [];
  });
}

/** RFC 3261 §13.2.1: the first answer of a dialog holds; what a later response says differently is not looked at. */
export function answerChanged(call: Call): Finding[] {
  return invitesWithOffer(call).flatMap((invite) => {
    const final = finalOf(invite);
    const last = final && final.code! < 300 ? sdpOf(final.message) : null;
    if (!final || !last) return [];
    const early = once(invite.provisional).find(({ toTag, message }) => {
      const sdp = toTag === final.toTag ? sdpOf(message) : null;
      return sdp !== null && targets(sdp.media) !== targets(last.media);
    });
    return early ? [found({ kind: 'answer-changed', early: early.code! }, [early, final])] : [];
  });
}

const invitesWithOffer = ({ transactions }: Call): Transaction[] =>
  transactions.filter(({ method, requests }) => method === 'INVITE' && requests[0] && sdpOf(requests[0].message));

const targets = (media: Media[]): string => media.map(({ address, port }) => `${address}:${port}`).join();

/** RFC 4733 §2.4: key presses go as telephone-event only if both sides name it. */
export function dtmfMissing(call: Call): Finding[] {
  return exchanges(call).flatMap((exchange) => {
    const line = exchange.pairs.find(({ offer, answer, rejected }) => offer.type === 'audio' && answer && !rejected);
    if (!line?.answer || !exchange.first) return [];
    const [mine, theirs] = [line.offer, line.answer].map(({ codecs }) =>
      codecs.some(({ name }) => name.toLowerCase() === 'telephone-event'),
    );
    if (!mine && !theirs) return [];
    if (mine && theirs) return [];
    return [found({ kind: 'dtmf-missing', side: mine ? 'answer' : 'offer' }, both(exchange))];
  });
}

/** RFC 3264 §5.1, §6.1: the first exchange of a call that lets media flow one way or not at all. */
export function oneWay(call: Call): Finding[] {
  return exchanges(call).flatMap((exchange) => {
    const line = exchange.pairs.find(({ offer, rejected }) => offer.type === 'audio' && !rejected);
    if (!line) return [];
    const changed = !exchange.first;
    if (changed && ['sendonly', 'inactive'].includes(line.offer.direction))
      return [found({ kind: 'hold', direction: line.offer.direction }, both(exchange))];
    if (changed) return [];
    const side = line.offer.direction !== 'sendrecv' ? 'offer' : 'answer';
    const direction = side === 'offer' ? line.offer.direction : (line.answer?.direction ?? 'sendrecv');
    return direction === 'sendrecv' ? [] : [found({ kind: 'one-way', direction, side }, both(exchange))];
  });
}

/**
 * The placeholder of ICE before candidates are known is 0.0.0.0 and mostly port 9 (RFC 8839 §4.2.5, §4.3.1); it is no
 * hold. Browsers put it into every description, and they alone use DTLS with feedback (RFC 9429 §5.2.1).
 */
const nowhere = (line: Media | null, entry: Entry | null): boolean =>
  line?.address === '0.0.0.0' &&
  line.port > 0 &&
  line.port !== 9 &&
  !line.protocol.includes('TLS') &&
  entry !== null &&
  !hasIce(entry);

/** RFC 3264 §8.4: 0.0.0.0 was once the way to hold; neither RTP nor RTCP goes there. */
export function zeroAddress(call: Call): Finding[] {
  return exchanges(call).flatMap((exchange) => {
    for (const { offer, answer } of exchange.pairs) {
      if (nowhere(offer, exchange.offer))
        return [
          found({ kind: 'zero-address', side: 'offer' }, [exchange.offer], exchange.delayed ? 'note' : 'warning'),
        ];
      if (nowhere(answer, exchange.answer))
        return [found({ kind: 'zero-address', side: 'answer' }, [exchange.answer!])];
    }
    return [];
  });
}

/** RFC 3261 §13.2.1: the INVITE brings no offer, so the called side offers and the ACK (or a PRACK, RFC 3262 §5) answers. */
export function delayedOffer(call: Call): Finding[] {
  const first = exchanges(call).find(({ delayed }) => delayed);
  return first ? [found({ kind: 'delayed-offer' }, both(first))] : [];
}
