import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { parseTrace } from '../../../src/decoder/input/trace-parser.ts';
import { redact } from '../../../src/decoder/redact/redact.ts';
import { everythingShown } from './shown.ts';

/** Traces with the strings that must not be in anything that is shown, copied or saved. */
interface Case {
  name: string;
  trace: string;
  secrets: string[];
}

const read = (name: string) => JSON.parse(readFileSync(`tests/fixtures/${name}`, 'utf8')) as Case[];

for (const file of ['redaction.json', 'redaction-more.json'])
  test(`nothing of ${file} is shown`, () => {
    const leaks = read(file).flatMap(({ name, trace, secrets }) => {
      const shown = everythingShown(redact(parseTrace(trace)));
      const left = secrets.filter((secret) => shown.includes(secret));
      return left.length > 0 ? [`${name}: ${left.join(', ')}`] : [];
    });
    expect(leaks).toEqual([]);
  });
