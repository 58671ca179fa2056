import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../../src/schema/load.ts';
import type { Finding } from '../../../../src/model/compare/findings.ts';
import * as rules from '../../../../src/model/compare/rules/index.ts';
import { DIFFERENCES, NETWORK, type Rule } from '../../../../src/model/compare/rules/index.ts';

const { content } = readContent('content');
const code = (number: number) => content!.byNumber.get(number)!;

/** For each rule a pair on which it fires, with what it has to find, and one on which it is silent. */
const CASES: [name: string, rule: Rule, fires: [number, number], found: Partial<Finding>, silent: [number, number]][] =
  [
    ['methods', rules.methods, [204, 422], { kind: 'methods-disjoint' }, [404, 486]],
    ['narrower', rules.narrower, [404, 488], { kind: 'methods-narrower', narrow: 'b', typically: false }, [400, 403]],
    ['overlapping', rules.overlapping, [486, 491], { kind: 'methods-overlap', common: ['INVITE'] }, [404, 486]],
    ['nature', rules.nature, [400, 401], { kind: 'nature', a: 'fault', b: 'normal' }, [401, 407]],
    ['next', rules.next, [302, 487], { kind: 'next' }, [401, 407]],
    ['next-actor', rules.nextActor, [401, 487], { kind: 'next-actor', a: 'sender', b: 'nobody' }, [401, 415]],
    ['decidersDisjoint', rules.decidersDisjoint, [486, 487], { kind: 'decision' }, [401, 405]],
    ['decidersOverlap', rules.decidersOverlap, [401, 405], { kind: 'decision' }, [486, 487]],
    ['reach', rules.reach, [486, 600], { kind: 'reach', a: 'device', b: 'everywhere' }, [400, 401]],
    ['senders', rules.senders, [480, 486], { kind: 'senders-overlap' }, [401, 401]],
    ['local', rules.local, [408, 503], { kind: 'local', which: 'both' }, [480, 486]],
    ['local on one side', rules.local, [408, 480], { kind: 'local', which: 'a' }, [404, 410]],
    ['lasts', rules.lasts, [301, 302], { kind: 'lasts', a: 'permanent', b: 'until-expiry' }, [480, 486]],
    ['checkOrder', rules.checkOrder, [401, 415], { kind: 'check-order', at: 'uas', first: 'a' }, [486, 488]],
    [
      'checkOrder at a proxy',
      rules.checkOrder,
      [407, 483],
      { kind: 'check-order', at: 'proxy', first: 'b' },
      [204, 422],
    ],
    ['confirmed', rules.confirmed, [183, 200], { kind: 'confirmed', a: 'prack', b: 'end-to-end' }, [404, 486]],
    [
      'confirmed, 100 never',
      rules.confirmed,
      [100, 486],
      { kind: 'confirmed', a: 'never', b: 'hop-by-hop' },
      [202, 204],
    ],
    ['trace', rules.trace, [302, 487], { kind: 'trace' }, [487, 487]],
    ['detail', rules.detail, [401, 407], { kind: 'detail' }, [486, 600]],
    [
      'dialog',
      rules.dialog,
      [404, 488],
      { kind: 'dialog', a: { ends: 'dialog', informational: true, callGoesOn: true }, disputed: true },
      [401, 403],
    ],
    [
      'dialog, ended unless retried',
      rules.dialog,
      [404, 483],
      { kind: 'dialog', b: { ends: 'dialog-unless-retried', informational: true, callGoesOn: true } },
      // A redirection ends nothing and a refusal only its transaction: after both the dialog goes on.
      [302, 488],
    ],
    ['dialog, not of what fits only outside one', rules.dialog, [404, 488], { kind: 'dialog' }, [404, 486]],
    ['midCall', rules.midCall, [481, 488], { kind: 'mid-call', a: 'ends', b: 'goes-on' }, [480, 488]],
    ['subscription', rules.subscription, [480, 503], { kind: 'subscription', a: 'ends', b: 'goes-on' }, [480, 481]],
    ['unknownToOld', rules.unknownToOld, [603, 608], { kind: 'unknown-to-old', which: 'b', fallback: 600 }, [600, 603]],
    ['deprecated', rules.deprecated, [200, 202], { kind: 'deprecated', which: 'b' }, [200, 204]],
    ['failover', rules.failover, [503, 603], { kind: 'failover', a: 'next-server', b: 'stop' }, [480, 486]],
    ['pstn', rules.pstn, [486, 600], { kind: 'pstn-same', cause: 17 }, [183, 200]],
    ['pstn, two causes', rules.pstn, [404, 486], { kind: 'pstn-different' }, [100, 491]],
    [
      'pstn, the answer on one side',
      rules.pstn,
      [200, 486],
      { kind: 'pstn-different', a: { kind: 'answer' } },
      [199, 486],
    ],
    ['pstnReturns', rules.pstnReturns, [408, 504], { kind: 'pstn-returns', from: 'a', cause: 102 }, [404, 486]],
    ['pstnArrives', rules.pstnArrives, [404, 480], { kind: 'pstn-in' }, [401, 404]],
    ['metrics', rules.metrics, [486, 487], { kind: 'metrics', a: 'user', b: 'lowers' }, [486, 600]],
  ];

for (const [name, rule, fires, found, silent] of CASES) {
  test(`${name} fires on ${fires.join(' and ')}`, () => {
    expect(rule(code(fires[0]), code(fires[1]), content!)).toMatchObject(found);
  });
  test(`${name} is silent on ${silent.join(' and ')}`, () => {
    const finding = rule(code(silent[0]), code(silent[1]), content!);
    expect(finding?.kind === found.kind ? finding : null).toBeNull();
  });
}

test('every rule of the page has a case here', () => {
  const tested = new Set<Rule>(CASES.map(([, rule]) => rule));
  // "No element sends both" has its case below: whether such a pair exists depends on the facts.
  const missing = [...DIFFERENCES, ...NETWORK].filter((rule) => !tested.has(rule) && rule !== rules.sender);
  expect(missing.map((rule) => rule.name)).toEqual([]);
});

test('every rule that a file declares is in one of the lists, or it would never run', () => {
  const folder = 'src/model/compare/rules';
  const declared = readdirSync(folder).flatMap((file) =>
    [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/^export const (\w+): Rule\b/gm)].map(([, name]) => name!),
  );
  const listed = [...DIFFERENCES, ...NETWORK].map((rule) => rule.name);
  expect(declared.length).toBeGreaterThan(20);
  expect(declared.filter((name) => !listed.includes(name))).toEqual([]);
});

test('a pair without a common sender says who sends which, unless the senders are our judgement', () => {
  const one = { ...code(305), sentBy: ['uas' as const], judgement: [] };
  const other = { ...code(430), sentBy: ['proxy' as const], judgement: [] };
  expect(rules.sender(one, other, content!)).toMatchObject({ kind: 'senders', a: ['uas'], b: ['proxy'] });
  expect(rules.sender({ ...one, judgement: ['sentBy'] }, other, content!)).toBeNull();
});

test('every rule says the same of a pair whichever code comes first', () => {
  const other: Record<string, string> = { a: 'b', b: 'a' };
  /** The finding with sides exchanged and keys and sets in one order, as text. */
  const text = (finding: Finding | null, swapped: boolean): string => {
    if (!finding) return 'nothing';
    const entries = Object.entries(finding).map(([key, value]): [string, unknown] => {
      if (key === 'sources' && swapped) return [key, { a: finding.sources.b, b: finding.sources.a }];
      if (key === 'judged') return [key, finding.judged.map((side) => (swapped ? other[side]! : side)).sort()];
      if (swapped && key in other) return [other[key]!, value];
      if (swapped && ['which', 'first', 'from', 'narrow'].includes(key)) return [key, other[String(value)] ?? value];
      return [key, key === 'common' && Array.isArray(value) ? [...value].sort() : value];
    });
    return JSON.stringify(entries.sort(([left], [right]) => (left < right ? -1 : 1)));
  };
  const faults: string[] = [];
  for (const rule of [...DIFFERENCES, ...NETWORK])
    for (const a of content!.codes)
      for (const b of content!.codes) {
        if (a.number >= b.number) continue;
        if (text(rule(a, b, content!), false) !== text(rule(b, a, content!), true))
          faults.push(`${rule.name} on ${a.number} and ${b.number}`);
      }
  expect(faults.slice(0, 5)).toEqual([]);
});
