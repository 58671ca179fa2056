import type { Directory, Subject, WordsFile } from '../directory.ts';
import type { QueryAnswer } from '../query.ts';
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
  const directory = once(() => json<Directory>(`${base}search/${locale}.json`));
  const meaning = once(async () => {
    const [known, file, { prepare }] = await Promise.all([
      directory(),
      json<WordsFile>(`${base}search/words-${locale}.json`),
      import('./meaning.ts'),
    ]);
    if (!known) throw new Error('No directory');
    return prepare(known, file);
  });
  return { directory, meaning };
}

/** The lines that an answer gives */
export function linesOf(answer: QueryAnswer, directory: Directory, subjects: readonly Subject[]): Line[] {
  const { known, sip, say: words } = directory;
  const place = (number: number) => known.codes.findIndex((code) => code.number === number);
  const phrase = (number: number) => `${number} ${known.codes[place(number)]!.phrase}`;
  const more = (name: string) => `${directory.texts}${name}.txt`;
  const code = (number: number): Line => {
    const { gloss } = known.codes[place(number)]!;
    return {
      url: `${sip}${number}/`,
      title: gloss ? `${phrase(number)}（${gloss}）` : phrase(number),
      text: subjects.find((one) => 'code' in one && one.code === number)?.text ?? '',
      more: more(String(number)),
      kind: words.kindCode,
    };
  };
  const responseClass = (digit: number): Line => {
    const [title, text] = directory.classes[digit - 1]!;
    return { url: `${sip}${digit}xx/`, title, text, kind: words.kindClass };
  };
  switch (answer.kind) {
    case 'code':
      return [code(answer.code)];
    case 'pair': {
      const name = `${answer.a}-vs-${answer.b}`;
      return [
        {
          url: `${sip}${name}/`,
          title: `${phrase(answer.a)} ${words.versus} ${phrase(answer.b)}`,
          text: subjects.find((one) => 'a' in one && one.a === answer.a && one.b === answer.b)?.text ?? '',
          ...(directory.settled.includes(name) && { more: more(name) }),
          kind: words.kindPair,
        },
      ];
    }
    case 'symptom': {
      const subject = subjects.find((one) => 'symptom' in one && one.symptom === answer.name);
      const title = subject && 'title' in subject ? subject.title : answer.name;
      const url = `${directory.symptoms}${answer.name}/`;
      return [{ url, title, text: '', more: more(answer.name), kind: words.kindSymptom }];
    }
    case 'page': {
      const subject = subjects.find((one) => 'page' in one && one.page === answer.url);
      if (subject && 'page' in subject) {
        const { title, kind } = subject;
        return [{ url: answer.url, title, text: '', ...(subject.more && { more: more(subject.more) }), kind }];
      }
      const page = directory.pages.find(([url]) => url === answer.url);
      return page ? [{ url: page[0], title: page[1], text: '', kind: page[2] }] : [];
    }
    case 'class':
      return [responseClass(answer.digit)];
    case 'prefix':
      return answer.codes.map(code);
    case 'cause': {
      const cause = {
        url: `${directory.causes}${answer.cause}/`,
        title: say(words.cause, answer.cause),
        text: say(words.causeText, answer.cause),
        kind: words.kindCause,
      };
      // The code is what most people want of a cause; its own page is next.
      const [first, ...others] = answer.codes.map(code);
      return [...(first ? [first] : []), ...(directory.causes ? [cause] : []), ...others];
    }
    case 'unknown-code': {
      const group = responseClass(answer.digit);
      const page = {
        url: `${directory.unregistered}#${answer.code}`,
        title: say(words.unknown, answer.code),
        text: group.text,
        kind: words.kindUnregistered,
      };
      const listed = directory.unregistered && directory.unregisteredCodes.includes(answer.code);
      return [...(listed ? [page] : []), group, code(answer.as)];
    }
    case 'no-code':
      return [];
  }
}

/** What has to be said besides the lines, or nothing */
export function remark(answers: readonly QueryAnswer[], directory: Directory): string {
  for (const answer of answers) {
    if (answer.kind === 'unknown-code') return say(directory.say.unknown, answer.code);
    if (answer.kind === 'no-code') return say(directory.say.noCode, answer.number);
    if (answer.kind === 'cause' && answer.codes.length === 0) return say(directory.say.causeNone, answer.cause);
  }
  return '';
}
