import type { Message } from '../message/types.ts';
import type { Party } from './parties.ts';

// What a trace consists of once its messages are put together.

/** A message with what its header fields say, read once. */
export interface Entry {
  message: Message;
  /** Method of the request, or of the request that a response answers (CSeq). */
  method: string;
  /** null for a request. */
  code: number | null;
  cseq: number | null;
  fromTag: string;
  toTag: string;
  /** Positions in `parties` of the call. */
  from: number;
  to: number;
  /**
   * - `retransmission`: sent again
   * - `copy`: captured again, at once or on another hop that changed nothing; it says nothing about the network
   */
  repeat: 'retransmission' | 'copy' | null;
}

/** A request over one hop and all that answers it there. */
export interface Transaction {
  method: string;
  cseq: number | null;
  /** The request first, then its repeats; empty if only responses were captured. */
  requests: Entry[];
  /** 1xx with their repeats. */
  provisional: Entry[];
  /** 2xx to 6xx with their repeats; more than one distinct only where a fork answered. */
  final: Entry[];
  /** ACKs: to a failure those of this transaction (§17.1.1.3), to a 2xx those that acknowledge it (§13.2.2.4). */
  acks: Entry[];
  /** Positions in `parties`. */
  client: number;
  server: number;
  /** The request had no To tag, so it is not inside a dialog. */
  initial: boolean;
}

/** What an INVITE and a response with a To tag set up (RFC 3261 §12), seen over all hops of the trace. */
export interface Dialog {
  /** Tags of the side that sent the first INVITE and of the one that answered. */
  callerTag: string;
  calleeTag: string;
  /** The INVITE of the hop where the answer was seen first; null if the trace has no answer. */
  invite: Transaction | null;
  /** Provisional responses that opened it early, repeats included. */
  early: Entry[];
  /** The first 2xx to the first INVITE, or null. */
  answer: Entry | null;
  /** Everything that repeats that 2xx on the same hop. */
  answersAgain: Entry[];
  /** ACKs to that INVITE. */
  acks: Entry[];
  /** BYEs of either side, with repeats. */
  byes: Entry[];
  /** Transactions inside the dialog, the first INVITE not among them. */
  later: Transaction[];
}

export type CallKind = 'call' | 'registration' | 'options' | 'subscription' | 'publication' | 'message' | 'other';

/** All messages of one Call-ID. */
export interface Call {
  kind: CallKind;
  callId: string;
  entries: Entry[];
  transactions: Transaction[];
  /** Dialogs of the INVITEs; empty for other kinds. */
  dialogs: Dialog[];
  parties: Party[];
}

/** Two calls of one conversation: legs of a B2BUA, or a call and what a transfer made of it. */
export interface Join {
  /** Positions in `calls`, the earlier first. */
  a: number;
  b: number;
  by:
    | 'session-id' // RFC 7989
    | 'icid' // P-Charging-Vector, RFC 7315 §4.6
    | 'replaces' // RFC 3891
    | 'in-reply-to' // RFC 3261 §20.21
    | 'call-id-header' // X-Call-ID and the like: no standard
    | 'log-host' // the host of the log got one leg and sent the other, with the same numbers close in time
    | 'numbers'; // same user parts close in time
  /** False: only a hint. */
  certain: boolean;
}

/** Calls in the order of their first message, and what joins some of them to one conversation. */
export interface Calls {
  calls: Call[];
  joins: Join[];
}
