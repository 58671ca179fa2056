import { counting } from './facts.ts';
import type { Code, Content } from '../../schema/content.ts';

// RFC 6076 §4.6 to §4.8 over final responses to INVITE.

/** How a code moves the ratios; every code belongs to exactly one group. */
export const COUNTING_GROUPS = [
  'success',
  'callee',
  'ineffective',
  'failure',
  'challenge',
  'redirect',
  'provisional',
  'not-invite',
] as const;
export type CountingGroup = (typeof COUNTING_GROUPS)[number];

/** The group of a code, by how `counting` sees it */
export function countingGroup(code: Code, content: Pick<Content, 'reference'>): CountingGroup {
  if (!code.final) return 'provisional';
  const counted = counting(code, content);
  if (!counted) return 'not-invite';
  if (counted.ser === 'excluded') return 'redirect';
  if (counted.ser === 'counted') return 'success';
  if (counted.seer === 'counted') return 'callee';
  if (counted.ser === 'challenge') return 'challenge';
  return counted.isa ? 'ineffective' : 'failure';
}

/** The three ratios that follow from final codes alone, in per cent; null where the denominator is zero (RFC 6076 §4). */
export interface Ratios {
  total: number;
  /** INVITEs that ended in a 3xx. */
  redirected: number;
  ser: { above: number; below: number; percent: number | null };
  seer: { above: number; below: number; percent: number | null };
  isa: { above: number; below: number; percent: number | null };
}

/**
 * @param tally final code and number of INVITEs that ended in it
 * @param content reference tables, for what each ratio counts
 * @returns SER, SEER and ISA (RFC 6076 §4.6, §4.7, §4.8)
 */
export function ratios(
  tally: ReadonlyMap<number, number>,
  { reference: { metrics } }: Pick<Content, 'reference'>,
): Ratios {
  const sum = (wanted: (code: number) => boolean) =>
    [...tally].reduce((total, [code, calls]) => (wanted(code) ? total + calls : total), 0);
  const total = sum(() => true);
  const redirected = sum((code) => Math.floor(code / 100) === 3);
  const ratio = (counted: number[], below: number) => {
    const above = sum((code) => counted.includes(code));
    return { above, below, percent: below === 0 ? null : (above / below) * 100 };
  };
  return {
    total,
    redirected,
    ser: ratio(metrics.ser.counted, total - redirected),
    seer: ratio(metrics.seer.counted, total - redirected),
    isa: ratio(metrics.isa.counted, total),
  };
}
