import type { SkipReason } from '../../message/types.ts';

// What the layers of a packet have in common. Each has a file: it knows its own octets and the kind of what it carries.
// The loop that goes from layer to layer is `Walker` in ../walker.ts.

/** What a piece of a packet is. */
export type Kind =
  | 'ah'
  | 'chdlc'
  | 'erspan1'
  | 'erspan2'
  | 'erspan3'
  | 'esp'
  | 'etherip'
  | 'ethernet'
  | 'family'
  | 'geneve'
  | 'gre'
  | 'gtpu'
  | 'ip'
  | 'l2tp'
  | 'llc'
  | 'mpls'
  | 'nat-t'
  | 'nflog'
  | 'pktap'
  | 'ppi'
  | 'ppp'
  | 'pppoe'
  | 'prism'
  | 'radiotap'
  | 'sll'
  | 'sll2'
  | 'tzsp'
  | 'vxlan'
  | 'wifi'
  | 'wireguard';

/** Where a layer hands on what it has. A layer may hold several of what follows. */
export interface Onward {
  /** The next layer inwards. */
  give: (kind: Kind, data: Uint8Array) => void;
  /** What an IP packet carries, between the ends of the packet that this layer is in. */
  upper: (protocol: number, data: Uint8Array) => void;
  /** A frame of a link type (tcpdump.org/linktypes.html). */
  link: (linkType: number, data: Uint8Array) => void;
  /** Nothing further inwards can be read. */
  pass: (reason: SkipReason) => void;
}

/** Reads one layer: takes off its header and hands on what is in it, or says why not. Never throws. */
export type Layer = (data: Uint8Array, on: Onward) => void;

/** The 16-bit number at a position, in network order */
export const word = (data: Uint8Array, at: number): number => (data[at]! << 8) | data[at + 1]!;

/** The same in the order of most machines */
export const wordLittle = (data: Uint8Array, at: number): number => data[at]! | (data[at + 1]! << 8);
