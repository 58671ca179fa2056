import { test } from 'node:test';
import { expect } from '@playwright/test';
import { japaneseFaults } from '../../../src/tools/check-japanese.ts';
import { readContent } from '../../../src/schema/load.ts';
import { readProse } from '../../../src/tools/texts.ts';
import {
  codeForCause,
  codePlace,
  roundTrip,
  sendsByCode,
  settingsOf,
  type Vendor,
} from '../../../src/schema/vendors.ts';
import { linesAfter } from './edits.ts';

const { content, vendors } = readContent('content');
const product = (id: string): Vendor => vendors.find((vendor) => vendor.id === id)!;

/** Products of which little was read, with their number of codes: what they answer is decided by their application. */
const SMALL: Record<string, number> = {
  drachtio: 10,
  flexisip: 9,
  freepbx: 4,
  janus: 8,
  jambonz: 9,
  livekit: 10,
  repro: 12,
  sipgo: 4,
};

test('each product has at least fifteen codes, but those that leave most to their application', () => {
  expect(vendors.map(({ id }) => id)).toEqual(
    expect.arrayContaining(['asterisk', 'baresip', 'yate', ...Object.keys(SMALL)]),
  );
  for (const vendor of vendors) {
    const { size } = sendsByCode(vendor);
    if (vendor.id in SMALL) expect(size, vendor.name).toBe(SMALL[vendor.id]);
    else expect(size, vendor.name).toBeGreaterThanOrEqual(15);
    expect(vendor.through.length + vendor.behaviour.length, vendor.name).toBeGreaterThan(0);
  }
});

test('every line links to a line of a file at a full commit', () => {
  for (const vendor of vendors) {
    const places = [
      ...vendor.sends.map(({ source }) => source),
      ...[...vendor.through, ...vendor.behaviour].flatMap(({ sources }) => sources),
      ...(vendor.notSent ?? []).map(({ source }) => source),
      ...(vendor.wording?.rows ?? []).map(({ line }) => `${vendor.wording!.file}:${line}`),
      ...(vendor.tables ? [vendor.tables.sipToCause, vendor.tables.causeToSip] : []).flatMap(({ file, rows }) =>
        rows.map(({ line }) => `${file}:${line}`),
      ),
    ];
    for (const place of places)
      expect(codePlace(vendor, place).url).toMatch(
        /^https:\/\/github\.com\/[\w-]+\/[\w-]+\/blob\/[0-9a-f]{40}\/[\w./+-]+\.\w+#L[1-9]\d*$/,
      );
  }
});

test('a place in another repository links there', () => {
  expect(codePlace(product('asterisk'), 'pjproject: pjsip/src/pjsip/sip_dialog.c:1816')).toEqual({
    url: 'https://github.com/pjsip/pjproject/blob/b7317ffcaf1d20a38eb231cf15b7b65c4734dbb4/pjsip/src/pjsip/sip_dialog.c#L1816',
    label: 'sip_dialog.c:1816',
  });
  expect(() => codePlace(product('kamailio'), 'pjproject: sip_dialog.c:1')).toThrow(/no source for/);
});

test('every code is registered or marked, and what is marked is not registered', () => {
  const registered = new Set(content!.codes.map(({ number }) => number));
  for (const vendor of vendors)
    for (const { code, unregistered } of vendor.sends)
      expect(registered.has(code), `${vendor.name} ${code}`).toBe(unregistered !== true);
});

test('Asterisk turns 487 into 500, 504 into 603, 600 into 486, an unlisted 4xx into 500', () => {
  const out = (code: number) => roundTrip(product('asterisk'), code)?.code.code;
  expect([487, 504, 600, 603, 401, 483, 604, 424, 599, 404].map(out)).toEqual([
    500, 603, 486, 403, 403, 480, 404, 500, 503, 404,
  ]);
});

test('FreeSWITCH reads 480 as cause 18 and writes it as 408, reads 408 as 102 and writes it as 504', () => {
  const trip = (code: number) => {
    const { cause, code: back } = roundTrip(product('freeswitch'), code)!;
    return [cause.cause, back.code];
  };
  expect(trip(480)).toEqual([18, 408]);
  expect(trip(408)).toEqual([102, 504]);
  expect(trip(513)).toEqual([127, 480]);
  expect(trip(493)).toEqual([31, 480]);
});

test('no way through the tables for proxies, and for responses that are no failure', () => {
  expect(roundTrip(product('kamailio'), 486)).toBeNull();
  expect(codeForCause(product('pjsip'), 17)).toBeNull();
  for (const code of [180, 200, 302]) expect(roundTrip(product('freeswitch'), code)).toBeNull();
});

test('settings are listed once, with the codes they govern and their default', () => {
  const max = settingsOf(product('asterisk')).filter(({ name }) => name === 'max_contacts');
  expect(max).toEqual([{ name: 'max_contacts', in: 'aor', default: '0', codes: [403] }]);
});

test('the Japanese check reads the products, and finds a bad phrase', async () => {
  const files = new Set(readProse('ja').map(({ file }) => file));
  expect(files).toContain('content/vendors/asterisk.yaml');
  expect(files).toContain('src/i18n/pages/vendors/ja.ts');
  expect(await japaneseFaults('着信側が電話機が応答しない場合', true)).not.toEqual([]);
});

const wrong: [name: string, file: string, from: string | RegExp, to: string, message: RegExp][] = [
  ['a misspelt field', 'kamailio', 'settings:', 'setting:', /kamailio\.yaml: sends\[\d+\]\.setting is no known field/],
  [
    'an unmarked code',
    'opensips',
    /(code: 473[\s\S]*?) {4}unregistered: true\n/,
    '$1',
    /sends\[\d+\]\.code is 473, which is not registered. Correct it, or add "unregistered: true"/,
  ],
  ['a code that is no number', 'opensips', 'code: 401', 'code: 4o1', /sends\[\d+\]\.code is "4o1"; expected a code/],
  [
    'a mark on a registered code',
    'opensips',
    'code: 401',
    'code: 401\n    unregistered: true',
    /but 401 is registered/,
  ],
  [
    'a code that does not exist',
    'opensips',
    'code: 401',
    'code: 409',
    /sends\[\d+\]\.code is 409, which is not registered/,
  ],
  ['a row given twice', 'freeswitch', 'code: 402, cause: 21', 'code: 401, cause: 21', /has a row for 401 twice/],
  [
    'Japanese without 場合',
    'pjsip',
    '対応するINVITEがない場合',
    '対応するINVITEがない',
    /\.when\.ja ends in .*; expected a situation that ends in 場合/,
  ],
  ['a phrase with full stop', 'pjsip', 'unparseable SDP"', 'unparseable SDP."', /\.when\.en ends in a full stop/],
  ['a space in Japanese', 'pjsip', 'スタックの停止時', 'スタック A の停止時', /has a space between Japanese and Latin/],
  ['a missing translation', 'pjsip', /\n {6}ja: "CANCELに対応.*"/, '', /sends\[\d+\]\.when\.ja is missing/],
];

for (const [name, id, from, to, message] of wrong)
  test(`a mistake in a product is refused with file and field: ${name}`, () => {
    const lines = linesAfter(`vendors/${id}.yaml`, (text) => text.replace(from, to));
    expect(lines.join('\n')).toMatch(message);
    for (const line of lines) expect(line).toContain(`vendors/${id}.yaml: `);
  });
