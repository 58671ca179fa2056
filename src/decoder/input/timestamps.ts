import type { Endpoint, Message } from '../message/types.ts';

// Times, addresses and transports as logs write them.

/** Seconds since 1970 where there is a date with a year, else since midnight. */
export interface Stamp {
  time: number;
  dated: boolean;
}

const DATED =
  /(\d{4})[-/](\d\d)[-/](\d\d)[T ]+(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?:\s?(Z|[+-]\d\d:?\d\d)(?![\d:]))?/;
const CLOCK = /(?:^|[^\d:.])(\d\d):(\d\d):(\d\d)(?:[.,](\d{1,9}))?(?![\d:])/;
const HALF_DAY = 43200;
const DAY = 86400;

const fraction = (digits: string | undefined): number => (digits === undefined ? 0 : Number(`0.${digits}`));

function zone(text: string | undefined): number {
  if (text === undefined || text === 'Z') return 0;
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)/.exec(text)!;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3600 + Number(minutes) * 60);
}

/** @returns the first time in the text; a date without a zone is read as UTC, because a log does not say which it has */
export function findStamp(text: string): Stamp | null {
  const dated = DATED.exec(text);
  if (dated !== null) {
    const [year, month, day, hour, minute, second] = dated.slice(1, 7).map(Number) as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    const time = Date.UTC(year, month - 1, day, hour, minute, second) / 1000 + fraction(dated[7]) - zone(dated[8]);
    return { time, dated: true };
  }
  const clock = CLOCK.exec(text);
  if (clock === null) return null;
  const [hour, minute, second] = clock.slice(1, 4).map(Number) as [number, number, number];
  return { time: hour * 3600 + minute * 60 + second + fraction(clock[4]), dated: false };
}

/** Times without a date go on counting past midnight, so that a call over midnight has no negative differences. */
export class DayCount {
  private days = 0;
  private last: number | null = null;

  /** @returns seconds since the first midnight for a time of day; a dated one as it is */
  resolve(stamp: Stamp | null): number | null {
    if (stamp === null || stamp.dated) return stamp?.time ?? null;
    if (this.last !== null && this.last - stamp.time > HALF_DAY) this.days++;
    this.last = stamp.time;
    return stamp.time + this.days * DAY;
  }
}

const TRANSPORTS: Record<string, Message['transport']> = {
  UDP: 'UDP',
  TCP: 'TCP',
  TLS: 'TLS',
  WS: 'WS',
  WSS: 'WS',
  SCTP: 'SCTP',
};

/** @returns the transport that a log names, in any case; `UDP6` and the like are PJSIP's names for IPv6 */
export const transportOf = (name: string | undefined): Message['transport'] =>
  TRANSPORTS[(name ?? '').toUpperCase().replace(/6$/, '')] ?? null;

/** @returns `host:port`, `[host]:port` or a host alone as an endpoint */
export function endpoint(text: string): Endpoint {
  const [, bracketed, bracketedPort] = /^\[([^\]]*)\](?::(\d{1,5}))?$/.exec(text) ?? [];
  if (bracketed !== undefined)
    return { host: bracketed, port: bracketedPort === undefined ? null : Number(bracketedPort) };
  const [, host, port] = /^([^:]*):(\d{1,5})$/.exec(text) ?? [];
  return host === undefined ? { host: text, port: null } : { host, port: Number(port) };
}
