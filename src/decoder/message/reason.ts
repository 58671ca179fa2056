import { fields, parameters, split, unquote } from './fields.ts';
import type { Message } from './types.ts';

/** One value of Reason (RFC 3326 §2; `location` RFC 8606 §4). */
export interface Reason {
  /** `SIP`, `Q.850`, `STIR` … as registered, whatever the capitals in the trace. */
  protocol: string;
  cause: number | null;
  text: string;
  location: string;
}

/** One value of Warning (RFC 3261 §20.43). */
export interface Warning {
  code: number;
  agent: string;
  text: string;
}

const PROTOCOLS = ['SIP', 'Q.850', 'STIR', 'FreeSWITCH', 'X.int', 'ESA'];

/**
 * The values of all Reason fields of a message; one that names only a protocol says nothing and is left out.
 *   Some clients put the text into `description` (eyeBeam, X-Lite, Bria).
 */
export const reasons = (message: Message): Reason[] =>
  fields(message, 'Reason')
    .flatMap((value) => split(value, ','))
    .filter((value) => value !== '')
    .map((value) => {
      const [name, ...rest] = split(value, ';');
      const params = parameters(rest);
      const cause = /^\d{1,4}$/.exec(params.get('cause') ?? '');
      return {
        protocol: PROTOCOLS.find((one) => one.toLowerCase() === name!.toLowerCase()) ?? name!,
        cause: cause ? Number(cause[0]) : null,
        text: params.get('text') ?? params.get('description') ?? '',
        location: params.get('location') ?? '',
      };
    })
    .filter(({ cause, text }) => cause !== null || text !== '');

/** The values of all Warning fields of a message; unreadable ones are left out */
export const warnings = (message: Message): Warning[] =>
  fields(message, 'Warning')
    .flatMap((value) => split(value, ','))
    .flatMap((value) => {
      const parts = /^(\d{3})\s+(\S+)\s*(.*)$/s.exec(value);
      return parts ? [{ code: Number(parts[1]), agent: parts[2]!, text: unquote(parts[3]!.trim()) }] : [];
    });

/** Whether the losing branches of a fork are informed that another phone answered (RFC 3326 §3.1) */
export const completedElsewhere = (list: Reason[]): boolean =>
  list.some(({ protocol, cause }) => (protocol === 'SIP' && cause === 200) || (protocol === 'Q.850' && cause === 26));
