import type { Code } from '../../../schema/content.ts';
import { detailSources, durationOf, throughProxy } from '../../facts/facts.ts';
import { parseSource } from '../../../schema/index.ts';
import type { Detail } from '../findings.ts';
import { cited, fieldOf, grounds, type Rule } from './rule.ts';

/** Normal operation against a fault. */
export const nature: Rule = (a, b) =>
  a.nature === b.nature
    ? null
    : { kind: 'nature', a: a.nature, b: b.nature, ...grounds(fieldOf(a, 'nature'), fieldOf(b, 'nature')) };

/** Whether the code refuses something, so that it can be asked how much */
export const refuses = (code: Code): boolean => code.responseClass >= 3;

/** What each speaks for: one request, one device, everybody (RFC 3261 §21.4–21.6). */
export const reach: Rule = (a, b) =>
  !refuses(a) || !refuses(b) || a.reach === b.reach
    ? null
    : {
        kind: 'reach',
        a: a.reach,
        b: b.reach,
        ...grounds(fieldOf(a, 'reach', a.definedIn), fieldOf(b, 'reach', b.definedIn)),
      };

/** How long each holds good, where the standard says so of one of them at least. */
export const lasts: Rule = (a, b) => {
  if (!refuses(a) || !refuses(b)) return null;
  const [left, right] = [durationOf(a), durationOf(b)];
  if ((left?.how ?? null) === (right?.how ?? null)) return null;
  // "Until Retry-After" is what many failures may say; against silence it is no news.
  if (!a.lasts && !b.lasts && (!left || !right)) return null;
  return {
    kind: 'lasts',
    a: left?.how ?? 'unsaid',
    b: right?.how ?? 'unsaid',
    // That a code names no period is seen in its own section.
    ...grounds(cited(...(left?.sources ?? [a.definedIn])), cited(...(right?.sources ?? [b.definedIn]))),
  };
};

/** A code that the client may make up itself was perhaps never on the wire (RFC 3261 §8.1.3.1). */
export const local: Rule = (a, b) =>
  a.local || b.local
    ? {
        kind: 'local',
        which: a.local && b.local ? 'both' : a.local ? 'a' : 'b',
        // The section names every case, so it also proves that the other code is not one of them.
        ...grounds(cited((a.local ?? b.local)!), cited((b.local ?? a.local)!)),
      }
    : null;

/** Header fields that every request has (RFC 3261 §8.1.1). */
const IN_EVERY_REQUEST = ['To', 'From', 'CSeq', 'Call-ID', 'Max-Forwards', 'Via'];

/** Where the detail of a code is and whether it is sure to be there, or null if no header field has it */
export function detailOf(code: Code): Detail | null {
  const { detailIn, headers } = code;
  if (!detailIn) return null;
  const sure = detailIn.in
    ? detailIn.in !== 'CANCEL' || IN_EVERY_REQUEST.includes(detailIn.header)
    : headers.some(({ name, level, when }) => name === detailIn.header && level === 'MUST' && !when);
  return {
    header: detailIn.header,
    in: detailIn.in ?? null,
    there: detailIn.maybe ? 'telling' : sure ? 'always' : 'if-present',
    via: throughProxy(code),
  };
}

/** Where the detail is. */
export const detail: Rule = (a, b, { reference }) => {
  const [left, right] = [detailOf(a), detailOf(b)];
  if (left?.header === right?.header && left?.in === right?.in) return null;
  // A success says something with its own header fields, a 404 may have Retry-After, even where none is the one to read first.
  if ([a, b].some((code) => !code.detailIn && code.final && code.headers.length > 0)) return null;
  // That a code has no header field of its own is seen in its own section.
  const side = (code: Code, one: Detail | null) =>
    one ? fieldOf(code, 'detailIn', ...detailSources(code, { reference })) : cited(code.definedIn);
  return { kind: 'detail', a: left, b: right, ...grounds(side(a, left), side(b, right)) };
};

const UNKNOWN = 'RFC 3261 §8.1.3.2';
const fallbackOf = (code: Code): number => (code.final ? code.responseClass * 100 : 183);

/** A client that does not know a code treats it as x00 of its class, a provisional one as 183 (RFC 3261 §8.1.3.2). */
export const unknownToOld: Rule = (a, b) => {
  const rfc = (code: Code) => code.introducedIn ?? parseSource(code.definedIn).rfc;
  const newer = [a, b].filter((code) => rfc(code) !== 3261);
  if (newer.length === 0) return null;
  if (newer.length === 2) {
    const of = (code: Code) => ({ rfc: rfc(code), fallback: fallbackOf(code) });
    return {
      kind: 'both-unknown-to-old',
      a: of(a),
      b: of(b),
      ...grounds(cited(a.definedIn, UNKNOWN), cited(b.definedIn, UNKNOWN)),
    };
  }
  const code = newer[0]!;
  const fallback = fallbackOf(code);
  return {
    kind: 'unknown-to-old',
    which: code === a ? 'a' : 'b',
    fallback,
    same: fallback === (code === a ? b : a).number,
    rfc: rfc(code),
    ...grounds(
      cited(...(code === a ? [a.definedIn] : []), UNKNOWN),
      cited(...(code === b ? [b.definedIn] : []), UNKNOWN),
    ),
  };
};

/** Deprecated in the registry. */
export const deprecated: Rule = (a, b) =>
  a.deprecated === b.deprecated
    ? null
    : { kind: 'deprecated', which: a.deprecated ? 'a' : 'b', ...grounds(cited(a.definedIn), cited(b.definedIn)) };
