import type { Code, Locale, RawContent } from './content.ts';
import type { Report } from './integrity.ts';
import type { Entry, Note } from './schema.ts';
import type { SymptomEntry } from './symptoms.ts';

// Rules for the texts of codes, pairs and symptoms: language, repeated sentences, endings, agreement of both languages.

const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

/** Prose of an entry or note with the field each text stands in. */
export function proseOf(entry: Entry | Note | SymptomEntry): [field: string, text: string][] {
  const all: [string, string][] = [];
  for (const [field, value] of Object.entries(entry)) {
    if (field === 'keywords' || field === 'gloss') continue;
    if (typeof value === 'string') all.push([field, value]);
    else if (Array.isArray(value))
      value.forEach((item: string | { role?: string; cause?: string; tell: string }, index) => {
        if (typeof item === 'string') return all.push([`${field}[${index}]`, item]);
        if (item.cause !== undefined) all.push([`${field}[${index}].cause`, item.cause]);
        return all.push([`${field}[${index}].tell`, item.tell]);
      });
  }
  return all;
}

/** Reports what is wrong in the texts; `byNumber` holds the codes that are known. */
export function checkTexts(raw: RawContent, byNumber: Map<number, Code>, report: Report): void {
  const seen: Record<Locale, Map<string, string>> = { en: new Map(), ja: new Map() };
  for (const { file, folder, locale, data } of [...raw.entries, ...raw.notes, ...raw.symptoms]) {
    for (const [field, text] of proseOf(data)) {
      // A comparison shows two entries on one page, so no sentence may stand in two of them.
      const before = seen[locale].get(text);
      if (before) report(file, field, `is the same sentence as in ${before}. Say what is particular to this code`);
      seen[locale].set(text, `${file} ${field}`);
      if (locale === 'ja' && !JAPANESE.test(text)) report(file, field, `is "${text}"; expected Japanese`);
      if (
        locale === 'ja' &&
        /[\u3040-\u30ff\u4e00-\u9fff] [A-Za-z0-9]|[A-Za-z0-9] [\u3040-\u30ff\u4e00-\u9fff]/.test(text)
      )
        report(file, field, 'has a space between Japanese and Latin text. Remove it; the style sheet spaces it');
      if (locale === 'en' && JAPANESE.test(text)) report(file, field, `has Japanese text: "${text}"; expected English`);
      if ((text.match(/`/g)?.length ?? 0) % 2) report(file, field, 'has an unpaired backtick. Close the code span');
    }
    if (!('producedBy' in data)) continue;
    const code = byNumber.get(Number(folder));
    for (const { role } of data.producedBy) {
      if (code && role === 'local' && !code.local)
        report(
          file,
          'producedBy',
          'has the role local, but facts.yaml has no "local". Add the citation there or remove the item',
        );
      if (code && role !== 'local' && !code.sentBy.includes(role))
        report(file, 'producedBy', `has the role ${role}, which sentBy in facts.yaml lacks. Make them agree`);
    }
    if (locale !== 'ja') continue;
    data.seenWhen.forEach((text, index) => {
      if (!text.endsWith('場合。'))
        report(file, `seenWhen[${index}]`, `ends in "${text.slice(-6)}"; expected an ending in 「場合。」`);
    });
    data.howToFix.forEach((text, index) => {
      if (!/(ます|です|せん)。$/.test(text))
        report(file, `howToFix[${index}]`, `ends in "${text.slice(-6)}"; expected 「〜します。」 or 「〜です。」`);
    });
    const english = raw.entries.find((one) => one.folder === folder && one.locale === 'en')?.data;
    const roles = (entry: Entry) => entry.producedBy.map((one) => one.role).join(', ');
    if (english && roles(english) !== roles(data))
      report(
        file,
        'producedBy',
        `has the roles ${roles(data)}, but en.mdx has ${roles(english)}. Make them equal, in the same order`,
      );
  }
}
