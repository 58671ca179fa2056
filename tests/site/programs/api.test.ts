import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readContent } from '../../../src/schema/load.ts';
import type { ApiCode, ApiCodes, ApiPairs } from '../../../src/site/api/code-schemas.ts';
import type { ApiIndex } from '../../../src/site/api/table-schemas.ts';
import { BUILDS } from '../../builds.ts';
import { report, sitePages } from '../site.ts';

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
    const names = readdirSync(join(build.dir, 'api/schema')).map((name) => name.replace('.json', ''));
    const validators = new Map(
      names.map((name) => {
        const schema = json<{ $id: string }>(`schema/${name}.json`);
        expect(schema.$id).toBe(`${root}api/schema/${name}.json`);
        return [schema.$id, ajv.compile(schema)];
      }),
    );
    const files = readdirSync(join(build.dir, 'api'), { recursive: true, encoding: 'utf8' })
      .map((file) => file.replaceAll('\\', '/'))
      .filter((file) => file.endsWith('.json') && !file.startsWith('schema/') && file !== 'openapi.json');
    expect(files.length).toBeGreaterThan(2 * numbers.length);
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

  test('has an index of all its files, and a description by OpenAPI of the same', () => {
    const here = readdirSync(join(build.dir, 'api'), { recursive: true, encoding: 'utf8' })
      .map((file) => `${root}api/${file.replaceAll('\\', '/')}`)
      .filter((file) => /\.(json|csv)$/.test(file) && !/\/(schema\/.*|index\.json|openapi\.json)$/.test(file));
    const { kinds, openapi } = json<ApiIndex>('index.json');
    const listed = kinds.flatMap(({ files }) => files.map(({ url }) => url));
    expect(listed.sort()).toEqual(here.sort());
    expect(kinds.filter(({ schema }) => schema !== null && !there(schema))).toEqual([]);
    expect(there(openapi)).toBe(true);
    const otherwise = kinds
      .flatMap(({ files }) => files)
      .filter(({ url }) => url.endsWith('.json'))
      .filter(({ url, updated }) => json<{ updated?: string }>(url.slice(`${root}api/`.length)).updated !== updated);
    expect(otherwise).toEqual([]);
    type Parameter = { name: string; schema: { enum: string[] } };
    type Operation = { operationId: string; parameters?: Parameter[]; responses: object };
    const { paths, servers } = json<{ paths: Record<string, { get: Operation }>; servers: { url: string }[] }>(
      'openapi.json',
    );
    const described = Object.entries(paths).flatMap(([template, { get }]) => {
      const [parameter] = get.parameters ?? [];
      const values = parameter?.schema.enum ?? [''];
      expect(template.includes('{')).toBe(parameter !== undefined);
      return values.map((value) => servers[0]!.url + template.replace(`{${parameter?.name}}`, value));
    });
    expect(described.sort()).toEqual([...here, `${root}api/index.json`].sort());
    const ids = Object.values(paths).map(({ get }) => get.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('gives addresses that exist', () => {
    const { codes } = json<ApiCodes>('sip/codes.json');
    expect(codes.map(({ code }) => code)).toEqual(numbers);
    const anchors = new Map(sitePages(build).map((page) => [page.path, page.anchors]));
    const files = json<ApiIndex>('index.json').kinds.flatMap(({ files: all }) => all.map(({ url }) => url));
    const problems = files
      .filter((url) => url.endsWith('.json'))
      .flatMap((url) => {
        const own = readFileSync(join(build.dir, url.slice(root.length)), 'utf8').match(/(?<=")https:[^"]+(?=")/g)!;
        return [...new Set(own)]
          .filter((address) => address.startsWith(build.site))
          .filter((address) => {
            const [page = '', anchor] = address.split('#');
            return (
              !there(page) || (anchor !== undefined && !anchors.get(page.slice(build.site.length))?.includes(anchor))
            );
          })
          .map((address) => `${url}: ${address}`);
      });
    expect(report(problems)).toBe('');
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

  test('is explained in both languages, with an example that runs', async () => {
    const decode = (html: string) =>
      html
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    for (const prefix of ['', 'ja/']) {
      const html = readFileSync(join(build.dir, prefix, 'api/index.html'), 'utf8');
      expect(html).toContain(`href="${build.base}api/sip/codes.csv"`);
      const [example] = [...html.matchAll(/<pre[^>]*><code>([^]*?)<\/code>/g)]
        .map(([, code]) => decode(code!))
        .filter((code) => code.includes('await'));
      expect(example).toContain(`${root}api/`);
      const printed: unknown[][] = [];
      const fetch = (address: string) =>
        Promise.resolve({ json: () => JSON.parse(readFileSync(join(build.dir, address.slice(root.length)), 'utf8')) });
      const run = new Function('fetch', 'console', `return (async () => { ${example} })()`) as (
        ...given: unknown[]
      ) => Promise<void>;
      await run(fetch, { log: (...line: unknown[]) => printed.push(line) });
      const [[meaning], [faults], [winner], ...files] = printed as [[string], [number[]], [number], ...unknown[]];
      expect(meaning).toBe(content!.byNumber.get(487)!.text.ja.summary);
      expect(faults).toEqual(content!.codes.filter(({ nature }) => nature === 'fault').map(({ number }) => number));
      // RFC 3261 §16.7 step 6.
      expect(winner).toBe(603);
      expect(files.length).toBeGreaterThan(numbers.length);
    }
  });
});
