import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { findAll, getAttributeValue, textContent } from 'domutils';
import { parseDocument } from 'htmlparser2';
import { readContent } from '../../src/schema/load.ts';
import { codesFor, roundTrip, sipFor } from '../../src/model/facts/q850.ts';
import { BUILDS } from '../builds.ts';
import { report, sitePages } from './site.ts';

// Each Q.850 cause has a page, which says what both tables of RFC 3398 say; the page of all causes leads to each.

const content = readContent('content').content!;
const { causes, alternatives, byWarning } = content.reference.q850;
const build = BUILDS.root;
const read = (path: string) => parseDocument(readFileSync(join(build.dir, path, 'index.html'), 'utf8')).children;

/** What a part of a page links to: codes, and causes. */
interface Links {
  codes: number[];
  causes: number[];
  text: string;
}

/** What the section with this heading says, or null if the page has none */
function part(path: string, id: string): Links | null {
  const [section] = findAll(
    (one) => one.name === 'section' && findAll((inner) => inner.attribs['id'] === id, one.children).length > 0,
    read(path),
  );
  if (!section) return null;
  const links = findAll((one) => one.name === 'a', section.children).map((one) => getAttributeValue(one, 'href')!);
  const numbers = (form: RegExp) => links.flatMap((link) => (form.test(link) ? Number(form.exec(link)![1]) : []));
  return {
    codes: numbers(/\/sip\/(\d{3})\/$/),
    causes: numbers(/\/q850\/(\d+)\/$/),
    text: textContent(section).replace(/\s+/g, ' '),
  };
}

for (const prefix of ['', 'ja/'])
  test.describe(`causes in ${build.dir}/${prefix}`, () => {
    const at = (cause: number) => `${prefix}q850/${cause}`;

    test('every cause has a page that may be indexed, with its name, meaning and what lies behind it', () => {
      const pages = new Map(sitePages(build).map((page) => [page.path, page]));
      const locale = prefix ? 'ja' : 'en';
      const problems = causes.flatMap((one) => {
        const page = pages.get(`${build.base}${at(one.cause)}/`);
        if (!page) return [`${at(one.cause)}: missing`];
        const said = page.blocks.map(({ text }) => text).join('\n');
        const [h1] = page.headings;
        return [
          ...(page.robots.includes('noindex') ? [`${page.path}: noindex`] : []),
          ...[one.name.en, ...(prefix ? [one.name.ja] : []), String(one.cause)]
            .filter((name) => !h1!.text.includes(name))
            .map((name) => `${page.path}: ${name} is not in “${h1!.text}”`),
          ...[one.meaning[locale], one.trunk[locale]]
            .filter((text) => !said.includes(text))
            .map((text) => `${page.path}: lacks “${text}”`),
          ...(page.description.startsWith(one.meaning[locale].slice(0, 60)) ? [] : [`${page.path}: description`]),
        ];
      });
      expect(report(problems)).toBe('');
    });

    test('its codes are those of both tables, and the way back is that of the round trip', () => {
      for (const { cause } of causes) {
        const sip = sipFor(cause, content);
        const second = alternatives.filter((one) => one.cause === cause).map(({ code }) => code);
        expect(part(at(cause), 'to-sip')!.codes, `${cause} to SIP`).toEqual([
          ...(sip.kind === 'none' ? [] : [sip.code]),
          ...second,
        ]);
        expect(part(at(cause), 'to-q850')!.codes, `${cause} from SIP`).toEqual(
          [...codesFor(cause, content), ...(byWarning.includes(cause) ? [488, 606] : [])].sort((a, b) => a - b),
        );
        const trip = roundTrip(cause, content);
        const shown = part(at(cause), 'round-trip');
        expect(shown === null, `${cause} round trip`).toBe(trip === null);
        if (!trip || !shown) continue;
        expect(shown.codes).toEqual([trip.sip]);
        const back = trip.back.filter((one) => one !== cause);
        expect(shown.causes.slice(0, back.length), `${cause} comes back`).toEqual(back);
      }
    });

    // As RFC 3398 prints them.
    for (const [cause, toSip, fromSip, back] of [
      [1, [404], [404, 485, 604], []],
      [16, [], [], []],
      [17, [486], [486, 600], []],
      [18, [408], [480], [102]],
      [21, [403, 603], [401, 402, 403, 407, 603], []],
      [22, [410, 301], [410], []],
      [25, [500], [482, 483], [41]],
      [31, [480], [488, 606], [18]],
      [34, [503], [], [41]],
      [44, [], [], []],
      [65, [488], [488, 606], [31]],
      [102, [504], [408, 504], []],
      [127, [500], [413, 414, 416, 420, 421, 423, 505, 513], [41]],
    ] as const)
      test(`${cause} becomes ${toSip.join(', ') || 'no response'}, comes from ${fromSip.join(', ') || 'none'} (RFC 3398 §7.2.4.1, §8.2.6.1)`, () => {
        expect(part(at(cause), 'to-sip')!.codes).toEqual(toSip);
        expect(part(at(cause), 'to-q850')!.codes).toEqual(fromSip);
        const trip = part(at(cause), 'round-trip');
        if (toSip.length === 0) expect(trip).toBeNull();
        else expect(trip!.causes.slice(0, back.length)).toEqual(back);
      });

    test('both parts name the section that they are from, and the Reason line is there as on the wire', () => {
      for (const { cause, name } of causes) {
        expect(part(at(cause), 'to-sip')!.text).toContain('RFC 3398 §7.2.4.1');
        expect(part(at(cause), 'to-q850')!.text).toContain(cause === 23 ? 'RFC 3398 §8.2.5' : 'RFC 3398 §8.2.6.1');
        const reason = part(at(cause), 'reason')!.text;
        expect(reason).toContain(`Reason: Q.850;cause=${cause};text="${name.en}"`);
        expect(reason).toContain('RFC 3326 §2');
      }
    });

    test('a row of the tables says what comes back through the other table, where that is not what went in', () => {
      /** What the row that leads to the first of two pages, and to the second, says of the way back. */
      const said = (id: string, from: string, to: string): string | undefined => {
        const [section] = findAll(
          (one) => one.name === 'details' && findAll((inner) => inner.attribs['id'] === id, one.children).length > 0,
          read(`${prefix}q850`),
        );
        const row = findAll((one) => one.name === 'tr', section!.children).find((one) => {
          const links = findAll((inner) => inner.name === 'a', one.children).map((link) => link.attribs['href']!);
          return links[0]?.endsWith(`/${from}/`) && links[1]?.endsWith(`/${to}/`);
        });
        if (!row) throw new Error(`no row ${from} to ${to}`);
        return /(?:comes back as|通過後は) ?(.+)/.exec(textContent(row))?.[1];
      };
      // RFC 3398 §7.2.4.1, then §8.2.6.1.
      expect(said('to-sip', 'q850/1', 'sip/404')).toBeUndefined();
      expect(said('to-sip', 'q850/20', 'sip/480')).toBe('18');
      expect(said('to-sip', 'q850/21', 'sip/603')).toBeUndefined();
      expect(said('to-sip', 'q850/34', 'sip/503')).toBe('41');
      expect(said('to-sip', 'q850/65', 'sip/488')).toBe(prefix ? '31または65' : '31 or 65');
      // §8.2.6.1, then §7.2.4.1.
      expect(said('to-q850', 'sip/486', 'q850/17')).toBeUndefined();
      expect(said('to-q850', 'sip/480', 'q850/18')).toBe('408');
      expect(said('to-q850', 'sip/600', 'q850/17')).toBe('486');
      expect(said('to-q850', 'sip/483', 'q850/25')).toBe('500');
    });

    test('the page of all causes leads to each, with the code it becomes, and each leads to its neighbours and back', () => {
      const rows = findAll(
        (one) => one.name === 'li' && /^cause-/.test(one.attribs['id'] ?? ''),
        read(`${prefix}q850`),
      );
      expect(rows.map((row) => row.attribs['id'])).toEqual(causes.map(({ cause }) => `cause-${cause}`));
      for (const [index, row] of rows.entries()) {
        const { cause } = causes[index]!;
        const links = findAll((one) => one.name === 'a', row.children).map((one) => one.attribs['href']);
        const sip = sipFor(cause, content);
        expect(links[0]).toBe(`${build.base}${at(cause)}/`);
        expect(links[1]).toBe(sip.kind === 'none' ? undefined : `${build.base}${prefix}sip/${sip.code}/`);
        const page = findAll((one) => one.name === 'a', read(at(cause))).map((one) => one.attribs['href']);
        for (const other of [causes[index - 1], causes[index + 1]])
          if (other) expect(page).toContain(`${build.base}${at(other.cause)}/`);
        expect(page).toContain(`${build.base}${prefix}q850/`);
      }
    });

    test('no link on any page leads to the row of a cause: its page says more', () => {
      const problems = sitePages(build).flatMap((page) =>
        page.links.filter((link) => /q850\/#cause-|^#cause-/.test(link)).map((link) => `${page.path}: ${link}`),
      );
      expect(report(problems)).toBe('');
    });

    test('the page of all causes and those of each fit the first flight of TCP', () => {
      const size = (path: string) =>
        brotliCompressSync(readFileSync(join(build.dir, path, 'index.html')), {
          params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
        }).length;
      const problems = [`${prefix}q850`, ...causes.map(({ cause }) => at(cause))]
        .map((path): [string, number] => [path, size(path)])
        .filter(([, bytes]) => bytes > 14_000)
        .map(([path, bytes]) => `${path}: ${bytes} bytes; at most 14000`);
      expect(report(problems)).toBe('');
    });
  });
