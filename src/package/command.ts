import { printCause, printCode, printComparison, printTrace, styleOf, type PrintWords, type Style } from './printed.ts';
import type { Decoder, Everything } from './types.ts';
import type { Locale } from '../locales.ts';

// The command line. What it reads and writes is handed in, so that tests run it as users do.

/** Exit status. */
export const STATUS = { found: 0, unknown: 1, badUse: 2 } as const;

/** What the command line works with. */
export interface CommandContext {
  /** The command, as the help names it. */
  name: string;
  core: Everything;
  decoder: () => Promise<Decoder>;
  words: Partial<Record<Locale, PrintWords>>;
  /** The bytes of a file; `-` is standard input. */
  read: (file: string) => Promise<Uint8Array>;
  out: (text: string) => void;
  err: (text: string) => void;
  /** Whether the output is a terminal that shows colours. */
  colours: boolean;
}

interface Asked {
  language: Locale;
  words: PrintWords;
  style: Style;
  json: boolean;
  redact: boolean;
}

/** Something that the user has to write otherwise. */
class BadUse extends Error {}

const SWITCHES = ['--json', '--redact', '--help', '-h'];

/** Takes options out of the arguments. */
function readOptions(args: readonly string[], { core, words }: CommandContext) {
  const fallback = words[core.languages[0]!]!.command;
  const rest: string[] = [];
  const given = new Set<string>();
  let language = core.languages[0]!;
  const expected = core.languages.join(', ');
  for (let at = 0; at < args.length; at += 1) {
    const [option = '', inline] = args[at]!.split('=') as [string, string?];
    if (option === '--lang') {
      const value = inline ?? args[(at += 1)];
      if (value === undefined) throw new BadUse(fallback.noValue('--lang', expected));
      const found = core.languages.find((one) => one === value);
      if (!found) throw new BadUse(fallback.badLanguage(value, expected));
      language = found;
    } else if (SWITCHES.includes(args[at]!)) given.add(args[at]!);
    else if (/^-./.test(args[at]!)) throw new BadUse(words[language]!.command.unknownOption(args[at]!));
    else rest.push(args[at]!);
  }
  return { rest, given, language };
}

/** The answer to a question about codes, as a value and as text; null if nothing is known of it */
function answerOf(
  rest: readonly string[],
  asked: Asked,
  context: CommandContext,
): [value: unknown, text: string] | string {
  const { core } = context;
  const { language, words, style } = asked;
  const code = (number: number) => {
    const found = core.describe(number, language);
    return found && ([found, printCode(found, words, style)] as [unknown, string]);
  };
  const pair = (one: number, other: number) => {
    const found = core.compare(one, other, language);
    return found && ([found, printComparison(found, words, style)] as [unknown, string]);
  };
  const cause = (number: number) => {
    const found = core.cause(number, language);
    return found && ([found, printCause(found, words, style)] as [unknown, string]);
  };
  if (rest[0] === 'cause') {
    if (rest.length !== 2 || !/^\d{1,3}$/.test(rest[1]!)) throw new BadUse(words.command.needsCause);
    return cause(Number(rest[1])) ?? words.command.noCause(Number(rest[1]));
  }
  const text = rest.join(' ');
  const numbers = rest.map(Number);
  const codes = rest.every((one) => /^\d{3}$/.test(one));
  if (codes && rest.length === 2 && numbers[0] === numbers[1] && code(numbers[0]!))
    throw new BadUse(words.command.same(numbers[0]!));
  const [first] = core.query(text, language).answers;
  // Two numbers of which one is not registered are no question about the other.
  const unknown = codes ? numbers.find((number) => core.describe(number, language) === null) : undefined;
  if (unknown !== undefined) {
    const answer = core.query(String(unknown), language).answers.find((one) => one.kind === 'unknown-code');
    return answer ? words.command.noCode(unknown, answer.as) : words.command.unknown(String(unknown));
  }
  switch (first?.kind) {
    case 'code':
      return code(first.code)!;
    case 'pair':
      return pair(first.a, first.b)!;
    case 'cause':
      return cause(first.cause)!;
    case 'unknown-code':
      return words.command.noCode(first.code, first.as);
    default:
      return words.command.unknown(text);
  }
}

async function decode(files: readonly string[], asked: Asked, context: CommandContext): Promise<number> {
  const { words, language, redact, json, style } = asked;
  const [file] = files;
  if (file === undefined || files.length > 1) throw new BadUse(words.command.needsFile);
  let input: Uint8Array;
  try {
    input = await context.read(file);
  } catch (error) {
    throw new BadUse(words.command.unreadable(file, error instanceof Error ? error.message : String(error)));
  }
  const decoder = await context.decoder();
  const trace = await decoder.decode(input, { language, redact });
  const found = trace.conversations.length > 0;
  if (json) context.out(`${JSON.stringify(trace, null, 2)}\n`);
  else context.out(printTrace(trace, words, style));
  if (!found) context.err(`${words.command.nothing}\n`);
  return found ? STATUS.found : STATUS.unknown;
}

/**
 * Runs the command.
 *
 * @param args without the names of Node and of the script
 * @returns the exit status: 0 found, 1 unknown, 2 bad use
 */
export async function runCommand(args: readonly string[], context: CommandContext): Promise<number> {
  const { core, words: all } = context;
  try {
    const { rest, given, language } = readOptions(args, context);
    const words = all[language]!;
    const usage = `${words.command.usage(context.name)}\n`;
    if (given.has('--help') || given.has('-h')) {
      context.out(usage);
      return STATUS.found;
    }
    if (rest.length === 0) {
      context.err(usage);
      return STATUS.badUse;
    }
    const [json, redact] = [given.has('--json'), given.has('--redact')];
    const asked: Asked = { language, words, style: styleOf(context.colours && !json), json, redact };
    if (rest[0] === 'decode') return await decode(rest.slice(1), asked, context);
    if (redact) throw new BadUse(words.command.onlyDecode);
    const answer = answerOf(rest, asked, context);
    if (typeof answer === 'string') {
      context.err(`${answer}\n`);
      return STATUS.unknown;
    }
    const [value, text] = answer;
    context.out(json ? `${JSON.stringify(value, null, 2)}\n` : text);
    return STATUS.found;
  } catch (error) {
    if (!(error instanceof BadUse)) throw error;
    context.err(`${error.message}\n${all[core.languages[0]!]!.command.usage(context.name)}\n`);
    return STATUS.badUse;
  }
}
