import {
  printCause,
  printCode,
  printCodes,
  printComparison,
  printTrace,
  styleOf,
  type PrintWords,
  type Style,
} from './printed.ts';
import type { Decoder, Everything, Sliced } from './types.ts';
import type { Locale } from '../locales.ts';

// The command line. What it reads and writes is handed in, so that tests run it as users do.

/** Exit status. */
export const STATUS = { found: 0, unknown: 1, badUse: 2 } as const;

/** What the command line works with. */
export interface CommandContext {
  /** The command, as the help names it. */
  name: string;
  /** Of the package. */
  version: string;
  core: Everything;
  decoder: () => Promise<Decoder>;
  words: Partial<Record<Locale, PrintWords>>;
  /** What a file holds; `-` is standard input. */
  read: (file: string) => Promise<Uint8Array | Sliced>;
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
class BadUse extends Error {
  /** What the help is written in; null where it would not help. */
  readonly help: PrintWords | null;
  constructor(message: string, help: PrintWords | null) {
    super(message);
    this.help = help;
  }
}

const SWITCHES = ['--json', '--redact', '--version', '--help', '-h'];
/** Between the codes of a question. */
const BETWEEN = /[\s,;/&+]+|\bvs\b\.?/i;

/** Takes options out of the arguments. */
function readOptions(args: readonly string[], { core, words }: CommandContext) {
  const rest: string[] = [];
  const given = new Set<string>();
  let language = core.languages[0]!;
  const expected = core.languages.join(', ');
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at]!;
    const said = words[language]!;
    if (arg === '--') {
      rest.push(...args.slice(at + 1));
      break;
    }
    if (/^--lang(?:=|$)/.test(arg)) {
      const value = arg === '--lang' ? args[(at += 1)] : arg.slice('--lang='.length);
      if (!value) throw new BadUse(said.command.noValue('--lang', expected), said);
      const found = core.languages.find((one) => one === value);
      if (!found) throw new BadUse(said.command.badLanguage(value, expected), said);
      language = found;
    } else if (SWITCHES.includes(arg)) given.add(arg);
    else if (/^-./.test(arg)) throw new BadUse(said.command.unknownOption(arg), said);
    else rest.push(arg);
  }
  return { rest, given, language };
}

/** The answer to a question about codes, as a value and as text; where nothing is known of it, what is said instead */
function answerOf(text: string, asked: Asked, context: CommandContext): [value: unknown, text: string] | string {
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
  const list = (wanted: (code: number) => boolean) => {
    const found = core.codes(language).filter(({ code: number }) => wanted(number));
    return [found, printCodes(found, words, style)] as [unknown, string];
  };
  const [start, ...numbers] = text.split(/\s+/);
  if (start === 'cause') {
    if (numbers.length !== 1 || !/^\d{1,3}$/.test(numbers[0]!)) throw new BadUse(words.command.needsCause, words);
    return cause(Number(numbers[0])) ?? words.command.noCause(Number(numbers[0]));
  }
  const codes = text.normalize('NFKC').split(BETWEEN).filter(Boolean);
  if (codes.every((one) => /^\d{3}$/.test(one))) {
    if (codes.length > 2) throw new BadUse(words.command.tooMany, words);
    // Two numbers of which one is not registered are no question about the other.
    const unknown = codes.find((one) => code(Number(one)) === null);
    if (unknown !== undefined) {
      const answer = core.query(unknown, language).answers.find((one) => one.kind === 'unknown-code');
      return answer ? words.command.noCode(answer.code, answer.as) : words.command.unknown(unknown);
    }
    if (codes.length === 2 && codes[0] === codes[1]) throw new BadUse(words.command.same(Number(codes[0])), words);
  }
  const [first] = core.query(text, language).answers;
  switch (first?.kind) {
    case 'code':
      return code(first.code)!;
    case 'pair':
      return pair(first.a, first.b)!;
    case 'cause':
      return cause(first.cause)!;
    case 'class':
      return list((number) => Math.floor(number / 100) === first.digit);
    case 'prefix':
      return list((number) => first.codes.includes(number));
    case 'unknown-code':
      return words.command.noCode(first.code, first.as);
    default:
      return words.command.unknown(text);
  }
}

async function decode(files: readonly string[], asked: Asked, context: CommandContext): Promise<number> {
  const { words, language, redact, json, style } = asked;
  const [file] = files;
  if (file === undefined || files.length > 1) throw new BadUse(words.command.needsFile, words);
  let input: Uint8Array | Sliced;
  try {
    input = await context.read(file);
  } catch (error) {
    throw new BadUse(words.command.unreadable(file, error instanceof Error ? error.message : String(error)), null);
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
  const { words: all } = context;
  try {
    const { rest, given, language } = readOptions(args, context);
    const words = all[language]!;
    const usage = `${words.command.usage(context.name)}\n`;
    if (given.has('--help') || given.has('-h')) {
      context.out(usage);
      return STATUS.found;
    }
    if (given.has('--version')) {
      context.out(`${context.version}\n`);
      return STATUS.found;
    }
    const text = rest.join(' ').trim();
    if (text === '') {
      context.err(usage);
      return STATUS.badUse;
    }
    const [json, redact] = [given.has('--json'), given.has('--redact')];
    const asked: Asked = { language, words, style: styleOf(context.colours && !json), json, redact };
    if (rest[0] === 'decode') return await decode(rest.slice(1), asked, context);
    if (redact) throw new BadUse(words.command.onlyDecode, words);
    const answer = answerOf(text, asked, context);
    if (typeof answer === 'string') {
      context.err(`${answer}\n`);
      return STATUS.unknown;
    }
    const [value, printed] = answer;
    context.out(json ? `${JSON.stringify(value, null, 2)}\n` : printed);
    return STATUS.found;
  } catch (error) {
    if (!(error instanceof BadUse)) throw error;
    const { message, help } = error;
    context.err(`${message}\n${help ? `${help.command.usage(context.name)}\n` : ''}`);
    return STATUS.badUse;
  }
}
