import type { Call, Entry } from '../calls/types.ts';
import { found, type Finding } from './findings.ts';
import { codecNames, exchanges, refusal } from '../calls/media.ts';
import { readUri } from '../message/fields.ts';
import { warnings } from '../message/reason.ts';
import { carriesMedia, sdpOf, type Media } from '../message/sdp.ts';

// Offers that were refused with 488, 606 or 415: what of the offer is the first suspect.

/** The profiles that browsers use: SRTP with feedback (RFC 5124), keyed by DTLS (RFC 5764 §8). */
const byBrowser = ({ protocol }: Media): boolean => protocol.endsWith('SAVPF');

/** A request to a browser: its Contact is a name that no DNS knows, reached over WebSocket (RFC 7118 §5). */
function toBrowser({ message: { start } }: Entry): boolean {
  const uri = start.kind === 'request' ? readUri(start.uri) : null;
  return uri !== null && (uri.host.endsWith('.invalid') || /^wss?$/i.test(uri.params.get('transport') ?? ''));
}

/**
 * RFC 5124 §3.3.1: who does not know SAVPF must refuse it; a browser takes no media without a DTLS fingerprint (RFC 8827
 * §6.5). A browser against a PBX that is not set up for it is refused for that before any codec is looked at.
 */
export function browserProfile(call: Call): Finding[] {
  return exchanges(call).flatMap((exchange) => {
    const refused = refusal(call, exchange);
    const line = exchange.pairs.find(({ offer }) => offer.type === 'audio' && offer.port > 0)?.offer;
    if (!refused || !line || saysWhy(refused.entry)) return [];
    const detail = { offered: line.protocol, code: refused.code };
    const entries = [exchange.offer, refused.entry];
    if (byBrowser(line)) return [found({ kind: 'browser-profile', toward: 'pbx', ...detail }, entries)];
    if (toBrowser(exchange.offer) && !line.keys.includes('dtls'))
      return [found({ kind: 'browser-profile', toward: 'browser', ...detail }, entries)];
    return [];
  });
}

/** The response has a description of its own, or its Warning names the codecs: then the profile is no guess any more. */
const saysWhy = ({ message }: Entry): boolean =>
  sdpOf(message)?.media.some(({ codecs }) => codecs.some(carriesMedia)) === true ||
  warnings(message).some(({ code }) => code === 305);

/** RFC 3261 §21.4.26, §20.43: the offer was refused, and at best a Warning says for what. */
export function offerRefused(call: Call): Finding[] {
  if (browserProfile(call).length > 0) return [];
  return exchanges(call).flatMap((exchange) => {
    const refused = refusal(call, exchange);
    const line = exchange.pairs.find(({ offer }) => offer.port > 0)?.offer;
    if (!refused || !line || sdpOf(refused.entry.message) !== null) return [];
    const warning = warnings(refused.entry.message).find(({ code }) => code >= 300 && code < 399)?.code ?? null;
    const detail = { media: line.type, offered: codecNames(line.codecs), profile: line.protocol };
    return [found({ kind: 'offer-refused', ...detail, code: refused.code, warning }, [exchange.offer, refused.entry])];
  });
}
