import type { ParsedMessage } from '../message/parse-message.ts';
import { SkippedInput } from './skipped.ts';
import type { RtpStream } from '../message/network.ts';
import type { Message, Undelivered } from '../message/types.ts';

/** Where and when a message was seen: what a capture or a log adds to its text. */
export type Arrival = Pick<Message, 'time' | 'place' | 'from' | 'to' | 'transport' | 'direction'>;

/** What a capture knows besides its messages. */
export interface CaptureFacts {
  /** Time of its last packet, SIP or not. */
  until: number | null;
  streams: RtpStream[];
  undelivered: Undelivered[];
}

/** How many messages are kept, and how many characters their text may have together. */
export interface Limits {
  messages: number;
  characters: number;
}

/** Takes the messages in the order of arrival and keeps to the limits. */
export class MessageCollector {
  readonly messages: Message[] = [];
  readonly skips = new SkippedInput();
  private characters = 0;
  private readonly limits: Limits;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Nothing more is kept: each further message is counted under `limit`. */
  get full(): boolean {
    return this.messages.length >= this.limits.messages || this.characters >= this.limits.characters;
  }

  /** An empty one with the same limits */
  fresh(): MessageCollector {
    return new MessageCollector(this.limits);
  }

  add(parsed: ParsedMessage, seen: Arrival): Message | null {
    if (this.full) {
      this.skips.add('limit', seen.place);
      return null;
    }
    const { start, headers, body, raw, faults, cut } = parsed;
    const message: Message = { index: this.messages.length, ...seen, start, headers, body, raw, faults };
    if (cut !== undefined) message.cut = cut;
    this.messages.push(message);
    this.characters += raw.length;
    this.skips.interrupt();
    return message;
  }
}
