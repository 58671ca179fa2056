import { CaptureReader } from './capture.ts';
import type { Limits } from './collector.ts';
import { TraceReader } from './trace-reader.ts';
import type { Trace } from '../message/types.ts';

// The way in for whoever has everything loaded. The worker of the page loads what reads captures when one comes.

export { parseMessage, type ParsedMessage } from '../message/parse-message.ts';
export { LIMITS, type Progress } from './trace-reader.ts';

/** How much `parseTrace` takes at once. */
const PIECE = 1 << 20;

/** Reads a trace in pieces, captures too. */
export class TraceParser extends TraceReader {
  constructor(limits: Partial<Limits> = {}) {
    super((format, collector) => new CaptureReader(format, collector), limits);
  }
}

/**
 * Reads a whole trace at once.
 *
 * @param input text, or the bytes of a file
 * @returns its messages in the order of arrival, and what was not understood. Never throws.
 */
export function parseTrace(input: string | Uint8Array, limits: Partial<Limits> = {}): Trace {
  const parser = new TraceParser(limits);
  for (let at = 0; at < input.length; at += PIECE) {
    parser.push(typeof input === 'string' ? input.slice(at, at + PIECE) : input.subarray(at, at + PIECE));
  }
  return parser.finish();
}
