import { test } from 'node:test';
import { expect } from '@playwright/test';
import { isEmpty, productMatrix, type ProductCell } from '../../../../src/model/facts/product-matrix.ts';
import { readContent } from '../../../../src/schema/load.ts';
import { roundTrip, sendsByCode } from '../../../../src/schema/vendors.ts';

// Products against codes over the real content: what the lines of the products and the rows on failover say, and no more.

const { content, vendors } = readContent('content');
const { contexts } = content!;
const rows = productMatrix(vendors, contexts);
const cell = (product: string, code: number): ProductCell =>
  rows.find((row) => row.code === code)!.cells[vendors.findIndex(({ id }) => id === product)]!;

test('every code has one row, in ascending order, with a cell per product, and no row is empty', () => {
  const codes = rows.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].sort((one, other) => one - other));
  for (const { code, cells } of rows) {
    expect(cells, String(code)).toHaveLength(vendors.length);
    expect(cells.every(isEmpty), String(code)).toBe(false);
  }
});

test('the cases are those of the product, all of them', () => {
  for (const vendor of vendors)
    for (const [code, sends] of sendsByCode(vendor)) expect(cell(vendor.id, code).cases, vendor.id).toBe(sends.length);
});

test('what a code becomes is what the tables or a line on its way say', () => {
  for (const vendor of vendors.filter(({ tables }) => tables))
    for (const { code } of rows)
      expect(cell(vendor.id, code).passedAs, `${vendor.id} ${code}`).toBe(roundTrip(vendor, code)?.code.code ?? null);
  expect(cell('kamailio', 503).passedAs).toBe(500);
  expect(cell('yate', 603).passedAs).toBe(403);
  expect(cell('freepbx', 480).passedAs).toBe(503);
  expect(cell('janus', 486).passedAs).toBeNull();
});

for (const [product, code, next, why] of [
  ['freepbx', 603, ['route'], 'cause 21 goes on to the next trunk'],
  ['freepbx', 480, ['stops'], 'cause 19 gives up'],
  ['freepbx', 302, ['stops'], 'a redirection that is not followed is named'],
  ['freeswitch', 480, ['route'], 'NO_USER_RESPONSE goes on'],
  ['freeswitch', 503, ['address', 'stops'], 'next address of DNS, but the bridge hangs up'],
  ['asterisk', 408, ['address', 'route'], 'next address, and the dialplan goes on'],
  ['asterisk', 302, [], 'a redirection is no failure: rest does not include it'],
  ['jambonz', 487, ['stops'], 'the caller hung up'],
  ['jambonz', 401, ['route'], 'every other failure'],
  ['livekit', 503, ['stops'], 'one INVITE per call'],
  ['kamailio', 486, [], 'the script decides'],
] as const)
  test(`${product} after ${code}: ${why}`, () => {
    expect(cell(product, code).next).toEqual(next);
  });
