import { fileURLToPath } from 'node:url';
import { TextlintKernel } from '@textlint/kernel';
import textPlugin from '@textlint/textlint-plugin-text';
// @ts-expect-error The preset ships no types.
import preset from 'textlint-rule-preset-ja-technical-writing';
import { clauseFaults, houseFaults } from './japanese-rules.ts';
import { readProse, type Prose } from './texts.ts';

// Japanese style of everything that a reader sees, by textlint's rules for technical writing and by our own
// (japanese-rules.ts, japanese-words.ts). textlint through its API, because the command line skips front matter and YAML. Arguments narrow it: `npm run check:japanese -- 487`.

const kernel = new TextlintKernel();
const rules = Object.entries(preset.rules as Record<string, unknown>).map(([ruleId, rule]) => ({
  ruleId,
  rule,
  options: { ...(preset.rulesConfig[ruleId] as object), ...OVERRIDES()[ruleId] },
}));

/** Where our text differs from an article, with the reason. */
function OVERRIDES(): Record<string, object> {
  return {
    // Steps and prose are both です・ます; the preset wants である in lists.
    'no-mix-dearu-desumasu': { preferInHeader: '', preferInBody: 'ですます', preferInList: 'ですます', strict: false },
    // Situations, labels and things to ask for end in a noun without 。 (content/README.md).
    'ja-no-mixed-period': { allowPeriodMarks: [], forceAppendPeriod: false, periodMark: '。', allowEmojiAtEnd: false },
  };
}

/**
 * @param text a Japanese text of one or more sentences
 * @param noun a label, which need not be a sentence
 * @param file where it is from, for words that some files may use
 * @returns one message per fault, empty without faults
 */
export async function japaneseFaults(text: string, noun = false, file = ''): Promise<string[]> {
  const result = await kernel.lintText(text.replaceAll('`', ''), {
    ext: '.txt',
    plugins: [{ pluginId: 'text', plugin: (textPlugin as { default?: never }).default ?? (textPlugin as never) }],
    rules: (noun ? rules.filter(({ ruleId }) => ruleId !== 'ja-no-mixed-period') : rules) as never,
  });
  return [
    ...result.messages.map((message) => `${message.message.split('\n')[0]} (${message.ruleId})`),
    ...houseFaults(text, file),
  ];
}

/** Faults that stay, each with its reason. A test fails when one of them is no longer needed. */
export const EXCEPTIONS: { file: string; rule: string; reason: string }[] = [
  {
    file: 'content/reference/q850.yaml',
    rule: 'max-kanji-continuous-len',
    reason: 'Names of causes are worded as in TTC JT-Q850, which engineers know from the displays of their routers.',
  },
];

/**
 * @param prose a text with its place
 * @returns its faults without those that an exception allows
 */
export async function proseFaults({ file, field, text, label }: Prose): Promise<string[]> {
  const allowed = EXCEPTIONS.filter((exception) => exception.file === file).map(({ rule }) => `(${rule})`);
  // A clause is judged in the sentence that it becomes.
  const clause = field === 'means';
  const sentence = clause ? `487は、${text}ことを示します。` : text;
  const faults = (await japaneseFaults(sentence, label, file)).filter(
    (fault) => !allowed.some((rule) => fault.endsWith(rule)),
  );
  return clause ? [...faults, ...clauseFaults(text)] : faults;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wanted = process.argv.slice(2);
  let count = 0;
  for (const prose of readProse('ja')) {
    const { file, field, text } = prose;
    if (wanted.length && !wanted.some((code) => file.includes(`/${code}/`))) continue;
    for (const fault of await proseFaults(prose)) {
      console.error(`${file}: ${field}: ${fault}\n    ${text}`);
      count += 1;
    }
  }
  if (count > 0) {
    console.error(`\n${count} ${count === 1 ? 'fault' : 'faults'} of Japanese style.`);
    process.exit(1);
  }
  console.log('Japanese style: no faults.');
}
