import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { messages } from '../../../src/i18n/index.ts';
import { LOCALES, locales, type Locale } from '../../../src/locales.ts';
import { readContent } from '../../../src/schema/load.ts';
import { contextAddress } from '../../../src/schema/addresses.ts';
import { BUILDS } from '../../builds.ts';
import { report } from '../site.ts';

const { content, vendors } = readContent('content');
const build = BUILDS.root;
/** Hosts allow so many files. */
const MOST_FILES = 20_000;
const FULL_LIMIT = 1_500_000;

test.describe(`pages as Markdown in ${build.dir}`, () => {
  const all = readdirSync(build.dir, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
  const files = all.filter((file) => file.endsWith('.md'));
  const read = (file: string) => readFileSync(join(build.dir, file), 'utf8');
  const root = build.site + build.base;

  test('lie next to pages whose head leads to them', () => {
    const named = all
      .filter((file) => /\/index\.html$/.test(file))
      .flatMap((file) => {
        // The head is in the first kilobytes.
        const [, path] =
          /<link rel="alternate" type="text\/markdown" href="([^"]+)"/.exec(read(file).slice(0, 20_000)) ?? [];
        if (path === undefined) return [];
        return [[path.slice(build.base.length), file.replace('/index.html', '.md')]];
      });
    expect(report(named.filter(([path, file]) => path !== file).map(String))).toBe('');
    expect(named.map(([, file]) => file!).sort()).toEqual([...files].sort());
    const { codes, notes, symptoms, contexts } = content!;
    const kinds = [codes.length, notes.size, symptoms.length, contexts.length, vendors.length];
    expect(files.length).toBe(LOCALES.length * kinds.reduce((sum, count) => sum + count, 0));
  });

  test('hold every text of their entry', () => {
    // Markdown escapes what would be markup.
    const plain = (text: string) => text.replace(/\\([\\*_<>[\]|])/g, '$1');
    const missing = (path: string, locale: Locale, texts: (string | undefined)[]): string[] => {
      const file = plain(read(`${locales[locale].prefix.slice(1)}${path.replace(/\/$/, '')}.md`.replace(/^\//, '')));
      return texts.flatMap((text) =>
        text === undefined || file.includes(text.trim()) ? [] : [`${path} ${locale}: ${text}`],
      );
    };
    const problems = LOCALES.flatMap((locale) => [
      ...content!.codes.flatMap(({ number, text, definedIn, alsoIn }) => {
        const { summary, description, nature, seenWhen, howToFix, producedBy, askFor, toSend } = text[locale];
        const said = [summary, description, nature, toSend, ...seenWhen, ...howToFix, ...askFor];
        const sections = [definedIn, ...alsoIn].map((one) => /§[A-Z\d.]+/.exec(one)![0]);
        return missing(`/sip/${number}/`, locale, [...said, ...producedBy.map(({ tell }) => tell), ...sections]);
      }),
      ...[...content!.notes].flatMap(([key, { text }]) => {
        const { verdict, settledBy, received, toSend, differences = [], example } = text[locale];
        return missing(`/sip/${key}/`, locale, [verdict, settledBy, received, toSend, ...differences, example]);
      }),
      ...content!.symptoms.flatMap(({ name, text }) => {
        const { title, summary, looksLike, causes, askFor } = text[locale];
        const tests = causes.flatMap(({ cause, tell }) => [cause, tell]);
        return missing(`/symptoms/${name}/`, locale, [title, summary, looksLike, ...tests, ...askFor]);
      }),
      ...content!.contexts.flatMap(({ slug, text, pages }) => {
        const { title, summary, origin, limits = [], entries } = text[locale];
        const said = Object.values(entries).flatMap((one) => [one.text, one.tell, one.fix]);
        const read = Object.values(pages).map(({ title, url }) => url?.replaceAll(')', '%29') ?? title);
        const { ours } = messages(locale).contexts;
        return missing(contextAddress(slug), locale, [title, summary, origin, ours, ...limits, ...said, ...read]);
      }),
      ...vendors.flatMap(({ id, sends, through, behaviour, notSent = [], limits }) =>
        missing(`/vendors/${id}/`, locale, [
          ...sends.map(({ when }) => when[locale]),
          ...[...through, ...behaviour].map(({ text }) => text[locale]),
          ...notSent.map(({ why }) => why[locale]),
          ...limits.map((one) => one[locale]),
        ]),
      ),
    ]);
    expect(report(problems)).toBe('');
  });

  test('lead to pages and files that exist, and have nothing that was left empty', () => {
    const problems = [...files, 'llms.txt', 'llms-full.txt'].flatMap((file) => {
      const text = read(file);
      const links = [...text.matchAll(/(?:\]\(|<)(https?:[^)>\s]+)/g)].map(([, address]) => address!);
      const broken = links
        .filter((address) => address.startsWith(root))
        .map((address) => address.slice(root.length).split('#')[0]!)
        .filter((path) => !existsSync(join(build.dir, path.endsWith('/') || path === '' ? `${path}index.html` : path)));
      const empty = /\bundefined\b|\[object |\[\]\(/.test(text) ? ['is empty somewhere'] : [];
      return [...broken, ...empty].map((what) => `${file}: ${what}`);
    });
    expect(report(problems)).toBe('');
  });

  test('stay within what programs and hosts take', () => {
    const full = statSync(join(build.dir, 'llms-full.txt')).size;
    const count = all.filter((file) => statSync(join(build.dir, file)).isFile()).length;
    console.log(`llms-full.txt: ${full} bytes; ${count} files in all, ${files.length} of them Markdown.`);
    expect(full).toBeLessThanOrEqual(FULL_LIMIT);
    expect(count).toBeLessThan(MOST_FILES);
  });
});
