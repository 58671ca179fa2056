import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readContent } from '../../src/schema/load.ts';
import type { ApiCode, ApiCodes, ApiPairs } from '../../src/site/api-schema.ts';
import { BUILDS } from '../builds.ts';
import { report, sitePages } from './site.ts';

const { content } = readContent('content');
const numbers = content!.codes.map(({ number }) => number);

const build = BUILDS.root;

test.describe(`the API in ${build.dir}`, () => {
  const text = (path: string) => readFileSync(join(build.dir, 'api', path), 'utf8');
  const json = <T>(path: string) => JSON.parse(text(path)) as T;
  const root = build.site + build.base;
  /** The file behind an address of this site. */
  const there = (address: string) => {
    if (!address.startsWith(root)) return false;
    const path = address.slice(root.length);
    return existsSync(join(build.dir, path.endsWith('/') || path === '' ? `${path}index.html` : path));
  };

  test('has files that keep to the schema that each of them names', () => {
    const ajv = new Ajv2020({ allErrors: true });
    addFormats.default(ajv);
    const validators = new Map(
      ['code', 'codes', 'pairs'].map((name) => {
        const schema = json<{ $id: string }>(`schema/${name}.json`);
        expect(schema.$id).toBe(`${root}api/schema/${name}.json`);
        return [schema.$id, ajv.compile(schema)];
      }),
    );
    const files = ['sip/codes.json', ...numbers.flatMap((code) => [`sip/${code}.json`, `sip/${code}/pairs.json`])];
    const problems = files.flatMap((file) => {
      const value = json<{ $schema: string }>(file);
      const validate = validators.get(value.$schema);
      if (!validate) return [`${file}: unknown schema ${value.$schema}`];
      return validate(value) ? [] : [`${file}: ${ajv.errorsText(validate.errors)}`];
    });
    expect(report(problems)).toBe('');
    // The schemas refuse what they should.
    const code = json<ApiCode>('sip/487.json');
    const validate = validators.get(code.$schema)!;
    for (const wrong of [
      { ...code, code: 99 },
      { ...code, extra: 1 },
      { ...code, updated: 'today' },
      { ...code, facts: { ...code.facts, nature: 'odd' } },
      { ...code, phrase: undefined },
    ])
      expect(validate(JSON.parse(JSON.stringify(wrong)))).toBe(false);
  });

  test('says of each code what its page and its facts say', () => {
    for (const code of content!.codes) {
      const file = json<ApiCode>(`sip/${code.number}.json`);
      expect([file.code, file.phrase, file.updated]).toEqual([code.number, code.phrase, code.updated]);
      expect(file.texts.en.summary).toBe(code.text.en.summary);
      expect(file.texts.ja.howToFix).toEqual(code.text.ja.howToFix);
      expect(file.headers.map(({ name }) => name)).toEqual(code.headers.map(({ name }) => name));
      expect(file.sources.definedIn.text).toBe(code.definedIn);
    }
    const { q850, facts } = json<ApiCode>('sip/486.json');
    // RFC 3398 §8.2.6.1: 486 becomes cause 17, and cause 17 becomes 486 (§7.2.4.1).
    expect(q850).toEqual({ sent: { kind: 'cause', causes: [17] }, received: [17] });
    expect(facts.nature).toBe('normal');
  });

  test('has the 74 pairs of each code, with the first sentence of their pages', () => {
    const leads = new Map(
      sitePages(build)
        .filter(({ path }) => path.includes('-vs-'))
        .map((page) => [build.site + page.path, page.verdict]),
    );
    const problems = numbers.flatMap((code) => {
      const { pairs } = json<ApiPairs>(`sip/${code}/pairs.json`);
      expect(pairs.map(({ other }) => other).sort()).toEqual(numbers.filter((one) => one !== code));
      return pairs.flatMap(({ key, lead, urls, other }) => {
        if (key !== `${Math.min(code, other)}-vs-${Math.max(code, other)}`) return [`${code}: ${key}`];
        return (['en', 'ja'] as const)
          .filter((locale) => leads.get(urls[locale]) !== lead[locale].replaceAll('`', ''))
          .map((locale) => `${key} ${locale}: ${lead[locale]} | ${leads.get(urls[locale])}`);
      });
    });
    expect(report(problems)).toBe('');
  });

  test('gives addresses that exist', () => {
    const { codes } = json<ApiCodes>('sip/codes.json');
    expect(codes.map(({ code }) => code)).toEqual(numbers);
    const addresses = codes.flatMap(({ urls }) => Object.values(urls));
    expect(addresses.filter((address) => !there(address))).toEqual([]);
    const pairs = json<ApiPairs>('sip/487/pairs.json').pairs.flatMap(({ urls }) => Object.values(urls));
    expect(pairs.filter((address) => !there(address))).toEqual([]);
  });

  test('has a table with one line per code', () => {
    const lines = text('sip/codes.csv').split('\r\n');
    expect(lines.pop()).toBe('');
    expect(lines[0]).toBe(
      'code,phrase,class,final,deprecated,nature,defined_in,gloss_ja,summary_en,summary_ja,url_en,url_ja,updated',
    );
    expect(lines.slice(1).map((line) => Number(line.slice(0, 3)))).toEqual(numbers);
    expect(text('sip/codes.csv')).not.toMatch(/undefined|null|\[object/);
  });

  test('is explained in both languages, with the address of this site in its examples', () => {
    for (const prefix of ['', 'ja/']) {
      const html = readFileSync(join(build.dir, prefix, 'api/index.html'), 'utf8');
      expect(html).toContain(`curl -s ${root}api/sip/487.json`);
      expect(html).toContain(`href="${build.base}api/sip/codes.csv"`);
    }
  });
});
