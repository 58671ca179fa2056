import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import * as pagefind from 'pagefind';
import { speak } from '../i18n/index.ts';
import { symptomRecords } from '../i18n/symptoms.ts';
import { compareAll } from '../model/compare.ts';
import { LOCALES } from '../model/content.ts';
import { paths } from '../paths.ts';
import { problemLine, readContent } from './content.ts';

// Builds Pagefind's index into dist/pagefind from the content itself: codes with their whole text, pairs that a person
// settled with their verdict, other pairs by title. Fed with records because parsing 5,700 pages takes twenty times
// as long and finds the neighbours of every pair as well.

const { content, problems } = readContent(fileURLToPath(new URL('../../content', import.meta.url)));
if (!content) throw new Error(problems.map(problemLine).join('\n'));

const fail = (errors: string[]): void => {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
};

const started = performance.now();
const { index, errors } = await pagefind.createIndex();
fail(errors);
if (!index) throw new Error('Pagefind made no index');

const plain = (text: string): string => text.replaceAll('`', '');
let records = 0;
for (const locale of LOCALES) {
  const { titles } = speak(locale);
  for (const code of content.codes) {
    const text = code.text[locale];
    const added = await index.addCustomRecord({
      url: paths.code(locale, code.number),
      language: locale,
      // What stands first and more than once weighs more: number, phrase and what people type.
      content: plain(
        [
          titles.code(code),
          `${code.number} ${code.phrase} ${text.gloss ?? ''}`,
          text.keywords.join(', '),
          text.summary,
          text.description,
          ...text.seenWhen,
          ...text.howToFix,
          text.nature,
          ...text.producedBy.map((one) => one.tell),
          text.toSend,
        ].join('\n'),
      ),
      meta: { title: titles.code(code), summary: plain(text.summary), kind: 'code' },
      filters: { kind: ['code'] },
    });
    fail(added.errors);
    records += 1;
  }
  for (const { path, title, summary, text } of symptomRecords(content.symptoms, locale)) {
    const added = await index.addCustomRecord({
      url: path,
      language: locale,
      content: plain(text),
      meta: { title, summary: plain(summary), kind: 'symptom' },
      filters: { kind: ['symptom'] },
    });
    fail(added.errors);
    records += 1;
  }
  for (const { a, b, note } of compareAll(content).values()) {
    const verdict = note?.text[locale].verdict ?? '';
    const added = await index.addCustomRecord({
      url: paths.pair(locale, a.number, b.number),
      language: locale,
      content: plain(`${titles.pair(a, b)}\n${titles.pairShort(a, b)}\n${verdict}`),
      meta: { title: titles.pair(a, b), summary: plain(verdict), kind: 'pair' },
      filters: { kind: ['pair'] },
    });
    fail(added.errors);
    records += 1;
  }
}
const written = await index.writeFiles({ outputPath: join(process.env.OUT_DIR ?? 'dist', 'pagefind') });
fail(written.errors);
await pagefind.close();
console.log(`Search index: ${records} records in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
