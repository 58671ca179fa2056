import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { parseTrace } from '../../../src/decoder/input/trace-parser.ts';
import type { Trace } from '../../../src/decoder/message/types.ts';
import { redact } from '../../../src/decoder/redact/redact.ts';
import { analyse } from '../../../src/decoder/show/analyse.ts';

const say = (trace: Trace) => {
  const { calls, joins } = analyse(trace);
  return {
    calls: calls.map(({ outcome, findings, codes, call }) => ({
      outcome: outcome.kind,
      codes,
      parties: call.parties.map(({ label }) => (typeof label === 'string' ? 'named' : label.unnamed)),
      findings: findings.map(({ kind, severity, messages }) => `${severity} ${kind} ${messages.join()}`),
    })),
    joins,
  };
};

/** Their code and their Retry-After are longer than any real one, so they may be the number of a telephone. */
const TOO_LONG = /(?:bigcode|scalarlg)\.dat$/;

for (const file of globSync('tests/fixtures/{decoder/text/*.txt,**/*.{pcap,pcapng},trace/torture/*.dat}')
  .filter((name) => !TOO_LONG.test(name))
  .sort())
  test(`the analysis of the redacted trace says the same: ${file}`, () => {
    const trace = parseTrace(new Uint8Array(readFileSync(file)));
    expect(say(redact(trace))).toEqual(say(trace));
  });
