import type { Entry } from '../calls/types.ts';
import { fields, parameters, split } from '../message/fields.ts';
import { reasons } from '../message/reason.ts';

/** What a response says of a block by analytics. */
export interface Blocking {
  /** RFC 8606 §4: `RLN` and the like; empty if it is not said. */
  location: string;
  /** Where the caller can object: an address of the web, a number or a mail address. */
  redress: string[];
  /** By which the blocking network finds the call again. */
  id: string;
}

/**
 * Two ways in which a network says that it, and not the called person, refused a call: 603 with the phrase "Network
 * Blocked" and a Reason whose text begins with `v=analytics1` (603+, ATIS-1000099; an element that does not know it may
 * have changed the phrase back to "Decline"), and 608 with a Call-Info (RFC 8688 §3.1, §3.2).
 *
 * @returns what the response says of it, or null if it does not name a network
 */
export function blocking({ code, message }: Entry): Blocking | null {
  if (code === 608) {
    const info = fields(message, 'Call-Info').find((value) => /purpose\s*=\s*jwscard/i.test(value));
    return { location: '', redress: info ? [/<([^>]*)>/.exec(info)?.[1] ?? ''].filter(Boolean) : [], id: '' };
  }
  if (code !== 603 || message.start.kind !== 'response') return null;
  const said = reasons(message).find(({ text }) => /^\s*v=analytics\d/i.test(text));
  if (!said)
    return /^network blocked$/i.test(message.start.phrase.trim()) ? { location: '', redress: [], id: '' } : null;
  const values = parameters(split(said.text, ';'));
  const redress = ['url', 'tel', 'email'].map((name) => values.get(name) ?? '').filter(Boolean);
  return { location: said.location, redress, id: values.get('id') ?? '' };
}
