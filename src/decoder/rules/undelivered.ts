import type { Call, Entry } from '../calls/types.ts';
import { undeliveredOf, type Coverage } from '../calls/coverage.ts';
import { found, type Finding } from './findings.ts';

// What ICMP says of messages: the host or a router on the way sent a packet back that did not arrive.

/**
 * RFC 3261 §18.4: the transport tells whoever sends that host, network, port or protocol cannot be reached. A request that
 * was answered all the same found another way.
 */
export function unreachable(call: Call, coverage: Coverage): Finding[] {
  if (coverage.undelivered.length === 0) return [];
  const answered = new Set(
    call.transactions
      .filter(({ provisional, final }) => provisional.length + final.length > 0)
      .flatMap(({ requests }) => requests),
  );
  const groups = new Map<string, Entry[]>();
  for (const entry of call.entries) {
    const { message } = entry;
    if (answered.has(entry) || undeliveredOf(coverage, entry) === null) continue;
    const key = `${entry.method} ${entry.code} ${message.to!.host} ${message.to!.port}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  return [...groups.values()].map((entries) => {
    const { why, by, to, transport } = undeliveredOf(coverage, entries[0]!)!;
    const { method, code } = entries[0]!;
    return found({ kind: 'unreachable', method, code, why, by, to, transport }, entries);
  });
}
