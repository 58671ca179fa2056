import type { ParsedMessage } from '../../message/parse-message.ts';
import type { Message } from '../../message/types.ts';
import type { Line } from './lines.ts';
import { isLogLine } from './read-preamble.ts';

/** What is equal in both: line ends and the end of the text are as it was printed. */
const essence = ({ start, headers, body }: Pick<Message, 'start' | 'headers' | 'body'>): string =>
  [
    JSON.stringify(start),
    ...headers.map(({ name, value }) => `${name}: ${value}`),
    body.replaceAll('\r', '').trimEnd(),
  ].join('\n');

/**
 * With -v, tcpdump prints a message as text, and with -A, -x or -X the octets of the same packet below it.
 *
 * @param last the message before, if there is one
 * @param found a message of the same log
 * @param between the lines from one to the other, with the first of the message
 * @returns whether both are one packet: nothing announces another, and they say the same
 */
export const printedAgain = (last: Message | undefined, found: ParsedMessage, between: Line[]): boolean =>
  last !== undefined && !between.some(({ text }) => isLogLine(text)) && essence(last) === essence(found);
