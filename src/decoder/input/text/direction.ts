import type { Message } from '../../message/types.ts';

// Which way a message goes, as logs say it from the view of their own host.

export type Direction = NonNullable<Message['direction']>;

/** Words that mean nothing else in a line before a message. */
const RECEIVED =
  /\b(?:received?|receiving|recv(?:'?d)?|rcvd|rcv|rx|incoming|inbound|ingress|arrived|process-?read)\b|受信|着信|empfangen|recibido|reçu/i;
const SENT =
  /\b(?:sent|send|sending|snd|transmit(?:ting|ted)?|retransmit(?:ting)?|tx|xmit|outgoing|outbound|egress|sendto\w*)\b|送信(?![元先])|gesendet|enviado|envoyé/i;
/** Words and signs that mean it only where they are alone or last. */
const IN = /(?:^|[\s[(<:|,])(?:in|read|<-{1,4}|<={1,3}|<<+|←|⇐|↓)[\s\])>:|,]*$/i;
const OUT = /(?:^|[\s[(<:|,])(?:out|write|wrote|-{1,4}>|={1,3}>|>>+|→|⇒|↑)[\s\])>:|,]*$/i;
/** The arrows with which a line is framed or begins: `<<<<< `, `---> `. */
const IN_FIRST = /^[\s[(]*(?:<-{2,}|<={2,}|<<+|←)(?!.*>\s*$)/;
const OUT_FIRST = /^[\s[(]*(?:-{2,}>|={2,}>|>>+|→)/;

/** The direction that a line tells by a word, or null; of two words the first counts */
export function wordDirection(line: string): Direction | null {
  const [received, sent] = [RECEIVED.exec(line), SENT.exec(line)];
  if (received === null) return sent === null ? null : 'sent';
  return sent === null || received.index < sent.index ? 'received' : 'sent';
}

/** The direction at the end of a text, right before the message, or frames a line of its own */
export function lastDirection(text: string): Direction | null {
  const end = text.slice(-24);
  if (IN.test(end)) return 'received';
  if (OUT.test(end)) return 'sent';
  if (IN_FIRST.test(text)) return 'received';
  return OUT_FIRST.test(text) ? 'sent' : null;
}

/** Which way an arrow points right before an address */
export function arrowDirection(before: string): Direction | null {
  if (/(?:<-{1,4}|<={1,3}|<<+|←|⇐)\s*$/.test(before)) return 'received';
  return /(?:-{1,4}>|={1,3}>|>>+|→|⇒)\s*$/.test(before) ? 'sent' : null;
}

/** What a value such as `in`, `Transmitting` or `TX` says */
export function valueDirection(value: string): Direction | null {
  const word = value.trim();
  if (/^(?:in|inbound|ingress|read|←|<-+|<+)$/i.test(word)) return 'received';
  if (/^(?:out|outbound|egress|write|→|-+>|>+)$/i.test(word)) return 'sent';
  return wordDirection(word);
}
