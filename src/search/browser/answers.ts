import { FORMAT, type Directory, type WordsFile } from '../directory.ts';
import type { QueryAnswer } from '../bare.ts';
import type { Meaning } from './meaning.ts';

/** One line of the result list. All of it is shown as text, never as markup. */
export interface Line {
  url: string;
  title: string;
  /** Empty as long as it is not loaded; then `more` is where to get it. */
  text: string;
  more?: string;
  kind: string;
}

/** A text of the dictionary with what it is about */
export const say = (text: string, about: string | number): string => text.replaceAll('{}', String(about));

/** Loads a file once; a failure is forgotten, so that the next key tries again. */
function once<T>(load: () => Promise<T>): () => Promise<T | null> {
  let loading: Promise<T | null> | null = null;
  return () =>
    (loading ??= load().catch(() => {
      loading = null;
      return null;
    }));
}

const json = async <T>(url: string): Promise<T> => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as T;
};

/** What answers without the engine; the dialog and the 404 page share it. */
export interface Light {
  directory: () => Promise<Directory | null>;
  meaning: () => Promise<Meaning | null>;
}

/** The loaders of the two small files of a language; numbers need only the first */
export function lightStage(base: string, locale: string): Light {
  const directory = once(async () => {
    const known = await json<Directory>(`${base}search/${locale}.json`);
    if (known.format !== FORMAT) throw new Error('A directory of another build');
    return known;
  });
  const meaning = once(async () => {
    const [known, file, { prepare }] = await Promise.all([
      directory(),
      json<WordsFile>(`${base}search/words-${locale}.json`),
      import('./meaning.ts'),
    ]);
    if (known?.version !== file.directory) throw new Error('No directory, or one of another build');
    return prepare(known, file);
  });
  return { directory, meaning };
}

/**
 * Words an answer as the lines of the result list.
 *
 * @param meaning what the words mean, where it is loaded: titles of symptoms, causes and further pages are there
 * @returns the lines that an answer gives; none for a page that is only known when the words are loaded
 */
export function linesOf(answer: QueryAnswer, directory: Directory, meaning: Meaning | null): Line[] {
  const { sip, say: words } = directory;
  const subjects = meaning?.subjects ?? [];
  const more = (name: string) => `${directory.texts}${name}.txt`;
  const phrase = (number: number) => `${number} ${directory.codes.find(([one]) => one === number)![1]}`;
  const code = (number: number): Line => {
    const gloss = directory.codes.find(([one]) => one === number)![2];
    return {
      url: `${sip}${number}/`,
      title: gloss ? `${phrase(number)}（${gloss}）` : phrase(number),
      text: '',
      more: more(String(number)),
      kind: directory.deprecated.includes(number) ? `${words.kindCode} · ${words.deprecated}` : words.kindCode,
    };
  };
  const list = (url: string, title: string): Line => ({ url, title, text: '', kind: words.kindList });
  switch (answer.kind) {
    case 'code':
      return [code(answer.code)];
    case 'pair': {
      const name = `${answer.a}-vs-${answer.b}`;
      const settled = directory.settled.split(' ').includes(`${answer.a}-${answer.b}`);
      return [
        {
          url: `${sip}${name}/`,
          title: `${phrase(answer.a)} ${words.versus} ${phrase(answer.b)}`,
          text: '',
          ...(settled && { more: more(name) }),
          kind: words.kindPair,
        },
      ];
    }
    case 'symptom': {
      const subject = subjects.find((one) => 'symptom' in one && one.symptom === answer.name);
      if (!subject || !('symptom' in subject)) return [];
      const url = `${meaning!.symptoms}${answer.name}/`;
      return [{ url, title: subject.title, text: '', more: more(answer.name), kind: words.kindSymptom }];
    }
    case 'page': {
      const subject = subjects.find((one) => 'page' in one && one.page === answer.url);
      if (subject && 'page' in subject) {
        const { title, label, more: file } = subject;
        return [{ url: answer.url, title, text: '', ...(file && { more: directory.texts + file }), kind: label }];
      }
      for (const [url, title, label, numbers] of directory.numbered)
        for (const number of numbers.split(' '))
          if (url.replace('{}', number) === answer.url)
            return [{ url: answer.url, title: say(title, number.replace('###', '…')), text: '', kind: label }];
      return [];
    }
    case 'class':
      return [
        {
          url: `${sip}${answer.digit}xx/`,
          title: directory.classes[answer.digit - 1]!,
          text: '',
          more: more(`${answer.digit}xx`),
          kind: words.kindClass,
        },
      ];
    case 'prefix':
      return answer.codes.map(code);
    case 'cause': {
      const url = `${meaning?.causes ?? ''}${answer.cause}/`;
      const subject = subjects.find((one) => 'page' in one && one.page === url);
      const cause = {
        url,
        title: subject && 'page' in subject ? subject.title : say(words.cause, answer.cause),
        text: '',
        ...(subject && 'page' in subject && { more: directory.texts + subject.more }),
        kind: words.kindCause,
      };
      // Who names a cause as such wants to know what it says; its page names the code first of all.
      return [cause, ...answer.codes.map(code)];
    }
    case 'unknown-code':
      return [...linesOf({ kind: 'class', digit: answer.digit }, directory, meaning), code(answer.as)];
    case 'no-code':
      return [list(directory.unregistered, words.unregistered), list(sip, words.allCodes)];
    case 'no-rfc':
      return meaning ? [list(meaning.rfcs, words.rfcs)] : [];
  }
}

/** What has to be said besides the lines, or nothing */
export function remark(answers: readonly QueryAnswer[], directory: Directory): string {
  for (const answer of answers) {
    if (answer.kind === 'unknown-code') return say(directory.say.unknown, answer.code);
    if (answer.kind === 'no-code') return say(directory.say.noCode, answer.number);
    if (answer.kind === 'no-rfc') return say(directory.say.noRfc, answer.number);
    if (answer.kind === 'cause' && answer.codes.length === 0) return say(directory.say.causeNone, answer.cause);
  }
  return '';
}
