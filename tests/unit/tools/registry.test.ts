import { test } from 'node:test';
import { expect } from '@playwright/test';
import { parseRegistry, registryDifference } from '../../../src/tools/registry.ts';

const CSV = `Value,Description,Reference
100,Trying,[RFC3261]
202,Accepted (Deprecated),[RFC6665]
"481","Call/Transaction Does Not Exist","[RFC3261]
[RFC5057]"
"580","Precondition
Failure",[RFC3312]
299,Unassigned,
`;

test('reads codes and phrases, quoted or not, over several lines', () => {
  expect(parseRegistry(CSV)).toEqual([
    { code: 100, phrase: 'Trying' },
    { code: 202, phrase: 'Accepted (Deprecated)' },
    { code: 481, phrase: 'Call/Transaction Does Not Exist' },
    { code: 580, phrase: 'Precondition Failure' },
  ]);
});

test('tells new, dropped and renamed codes', () => {
  const one = [
    { code: 100, phrase: 'Trying' },
    { code: 303, phrase: 'See Other' },
    { code: 437, phrase: 'Unsupported Certificate' },
  ];
  const other = [
    { code: 100, phrase: 'Trying' },
    { code: 437, phrase: 'Unsupported Credential' },
    { code: 609, phrase: 'New' },
  ];
  expect(registryDifference(one, other)).toEqual([
    '- 303 See Other',
    '~ 437 Unsupported Certificate → Unsupported Credential',
    '+ 609 New',
  ]);
});
