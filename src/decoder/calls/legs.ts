import type { Call, Join } from './types.ts';
import { address, field, fields, LEG_FIELDS, listed, parameters, readAddress, split } from '../message/fields.ts';

/** Seconds between the first INVITEs of two legs that only their numbers join. */
const CLOSE = 5;

/** Every pair of calls that header fields join, at most one join per pair, the surest kept */
export function joinLegs(calls: Call[]): Join[] {
  const joins = new Map<string, Join>();
  const add = (left: number, right: number, by: Join['by']) => {
    if (left === right) return;
    const [a, b] = left < right ? [left, right] : [right, left];
    const key = `${a} ${b}`;
    if (!joins.has(key)) joins.set(key, { a, b, by, certain: by !== 'numbers' });
  };
  const byId = new Map(calls.map((call, index) => [call.callId, index]));
  const known = new Map<string, number>();
  const share = (by: Join['by'], id: string, index: number) => {
    const key = `${by} ${id.toLowerCase()}`;
    const earlier = known.get(key);
    if (earlier === undefined) known.set(key, index);
    else add(earlier, index, by);
  };
  calls.forEach((call, index) => {
    if (call.kind !== 'call') return;
    const ids = idsOf(call);
    for (const id of ids.session) share('session-id', id, index);
    for (const id of ids.icid) share('icid', id, index);
    for (const [by, other] of ids.named) if (byId.has(other)) add(byId.get(other)!, index, by);
    for (const id of ids.shared) share('call-id-header', id, index);
  });
  // The element that got the earlier leg is the one that sent the later: without that, equal numbers say nothing.
  const recent = new Map<string, { index: number; time: number }>();
  calls.forEach((call, index) => {
    const first = call.transactions.find(({ method, initial }) => method === 'INVITE' && initial);
    const time = first?.requests[0]?.message.time ?? null;
    const users = usersOf(call);
    if (!first || time === null || users === null) return;
    const host = (party: number) => (call.parties[party]?.near ? 'near' : (call.parties[party]?.host ?? ''));
    const before = recent.get(`${users} ${host(first.client)}`);
    const by = call.parties[first.client]?.near ? 'log-host' : 'numbers';
    if (before && time - before.time <= CLOSE) add(before.index, index, by);
    recent.set(`${users} ${host(first.server)}`, { index, time });
  });
  return [...joins.values()];
}

/**
 * @param count number of calls
 * @returns positions of the calls that certain joins put together, every call in exactly one group
 */
export function groupsOf(count: number, joins: Join[]): number[][] {
  const root = Array.from({ length: count }, (_, index) => index);
  const find = (index: number): number => {
    while (root[index] !== index) index = root[index] = root[root[index]!]!;
    return index;
  };
  for (const { a, b, certain } of joins) if (certain) root[Math.max(find(a), find(b))] = Math.min(find(a), find(b));
  const groups = new Map<number, number[]>();
  for (let index = 0; index < count; index += 1) {
    const group = groups.get(find(index));
    if (group) group.push(index);
    else groups.set(find(index), [index]);
  }
  return [...groups.values()];
}

interface Ids {
  session: Set<string>;
  icid: Set<string>;
  /** Call-IDs that the call names, with the field's kind. */
  named: [Join['by'], string][];
  shared: Set<string>;
}

/** Every field that can name another leg, in lower case: most messages have none of them. */
const JOINING = new Set(
  ['Session-ID', 'P-Charging-Vector', 'Replaces', 'In-Reply-To', 'Refer-To', ...LEG_FIELDS].map((name) =>
    name.toLowerCase(),
  ),
);

function idsOf(call: Call): Ids {
  const ids: Ids = { session: new Set(), icid: new Set(), named: [], shared: new Set() };
  for (const { message, repeat } of call.entries) {
    if (repeat !== null || !message.headers.some(({ name }) => JOINING.has(name.toLowerCase()))) continue;
    for (const value of fields(message, 'Session-ID')) {
      const [local, ...params] = split(value, ';');
      // The nil UUID says that the other end is not known yet (RFC 7989 §5).
      for (const id of [local, parameters(params).get('remote')]) if (id && !/^0*$/.test(id)) ids.session.add(id);
    }
    const icid = parameters(split(field(message, 'P-Charging-Vector') ?? '', ';')).get('icid-value');
    if (icid) ids.icid.add(icid);
    for (const value of fields(message, 'Replaces')) ids.named.push(['replaces', split(value, ';')[0]!]);
    for (const value of listed(message, 'In-Reply-To')) ids.named.push(['in-reply-to', value]);
    for (const value of fields(message, 'Refer-To')) {
      const replaces = /(?:^|&)Replaces=([^&]*)/i.exec(readAddress(value).uri.headers)?.[1];
      if (replaces) ids.named.push(['replaces', split(decode(replaces), ';')[0]!]);
    }
    for (const name of LEG_FIELDS)
      for (const value of fields(message, name)) {
        ids.named.push(['call-id-header', value]);
        ids.shared.add(value);
      }
  }
  return ids;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Caller and called user of the first INVITE, digits only where they are numbers, without country prefixes */
function usersOf(call: Call): string | null {
  const message = call.entries.find(({ method, code }) => method === 'INVITE' && code === null)?.message;
  const users = (['From', 'To'] as const).map((name) => {
    const user = (message && address(message, name)?.uri.user) ?? '';
    return /^[+\d().-]{7,}$/.test(user) ? user.replace(/\D/g, '').slice(-9) : user.toLowerCase();
  });
  return users.includes('') || users.includes('anonymous') ? null : users.join(' ');
}
