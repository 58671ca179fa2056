import type { Hep } from './hep.ts';
import type { Arrival } from './collector.ts';
import type { StreamEvents as MessageEvents } from './message-stream.ts';
import type { Cut } from '../message/types.ts';

// What all that reads a stream has in common.

/** What a stream gives out. */
export interface StreamEvents extends MessageEvents {
  hep: (hep: Hep, seen: Arrival) => void;
}

/** Reads one direction of a connection, whose bytes come in order. */
export interface StreamReader {
  /** How many messages came. */
  readonly found: number;
  push: (piece: Uint8Array, seen: Arrival) => void;
  /** Bytes are missing here. */
  gap: (cut: Cut) => void;
  /** Gives out what is open; `cut` says why no more came, where the connection itself did not end. */
  finish: (cut?: Cut) => void;
}
