import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readContent } from '../../../../src/schema/load.ts';
import { forkOutcome } from '../../../../src/model/facts/fork.ts';

// RFC 3261 §16.7 over the real facts: what one branch of a fork and another return, and what reaches the caller.

const { content } = readContent('content');
const outcome = (a: number, b: number) => forkOutcome(content!.byNumber.get(a)!, content!.byNumber.get(b)!);

for (const [a, b, winner, why] of [
  [100, 180, 180, 'a proxy never forwards 100 (step 5)'],
  [100, 486, 486, 'a proxy never forwards 100 (step 5)'],
  [180, 183, 'both', 'every other provisional response is forwarded as it arrives (step 5)'],
  [180, 486, 'both', 'the provisional response is forwarded, the final one follows (step 5)'],
  [200, 486, 200, 'a 2xx is forwarded at once (step 5)'],
  [200, 603, 200, 'a 2xx goes before a 6xx that the proxy holds back (step 5)'],
  [200, 202, 'either', 'a request other than INVITE gets one final response (step 5)'],
  [486, 600, 600, 'a 6xx is chosen if there is one (step 6)'],
  [302, 487, 302, 'without 2xx and 6xx the lowest class is chosen (step 6)'],
  [404, 503, 404, 'a 4xx is of a lower class than a 5xx (step 6)'],
  [480, 486, 'either', 'within a class any response may be chosen (step 6)'],
  [401, 407, 'merged', 'the challenges of both go into one response (step 7)'],
  [401, 486, 401, 'a challenge is preferred within 4xx (step 6)'],
  [486, 488, 'either', '488 is not among the preferred ones (step 6)'],
  [415, 486, 415, '415 is preferred within 4xx (step 6)'],
  [420, 480, 420, '420 is preferred within 4xx (step 6)'],
  [480, 484, 484, '484 is preferred within 4xx (step 6)'],
  [401, 484, 'either', 'both are preferred (step 6)'],
  [500, 503, 500, 'a 503 should not be passed on while there is another answer (step 6)'],
  [503, 504, 504, 'a 503 should not be passed on while there is another answer (step 6)'],
  [600, 603, 'either', 'within 6xx any response may be chosen (step 6)'],
] as const)
  test(`${a} and ${b}: ${why}`, () => {
    expect(outcome(a, b).winner).toBe(winner);
  });

test('SUBSCRIBE-only 204 and INVITE-only 422 never answer the same request', () => {
  expect(outcome(204, 422).winner).toBe('n/a');
});

test('what only the first hop returns is on no branch, whatever the other class (RFC 3329 §2.3.2)', () => {
  for (const [a, b] of [
    [100, 494],
    [200, 494],
    [401, 494],
    [494, 603],
  ] as const)
    expect(outcome(a, b)).toMatchObject({ winner: 'n/a', reason: 'first-hop', sources: ['RFC 3329 §2.3.2'] });
});

test('a lone 503 leaves the proxy as 500, also behind a provisional response', () => {
  expect(outcome(100, 503)).toMatchObject({ winner: 503, sent: 500 });
  expect(outcome(183, 503)).toMatchObject({ winner: 'both', sent: 500 });
  expect(outcome(486, 503).sent).toBeNull();
});
