import { IpReader, type IpPayload } from './ip.ts';
import { IP_PROTOCOLS, LAYERS, LINK_TYPES } from './layers/index.ts';
import type { Kind, Onward } from './layers/layer.ts';
import type { SkipReason } from '../message/types.ts';

/** A packet may be in a tunnel in a tunnel; a hostile one must not be a loop. */
const DEEPEST = 24;

export interface WalkerEvents {
  /** Something between two IP addresses that is no tunnel. */
  payload: (payload: IpPayload) => void;
  pass: (reason: SkipReason, count?: number) => void;
}

/** Takes one layer after the other off a frame until only what IP carries is left. */
export class Walker implements Onward {
  private readonly ip: IpReader;
  private readonly events: WalkerEvents;
  private depth = 0;
  /** The IP packet that is being looked into. */
  private around: IpPayload | null = null;

  constructor(events: WalkerEvents) {
    this.events = events;
    this.ip = new IpReader(events.pass);
  }

  /** Fragments that are still waiting were never whole. */
  finish(): void {
    this.ip.finish();
  }

  link(linkType: number, data: Uint8Array): void {
    const kind = LINK_TYPES.get(linkType);
    if (kind === undefined) this.pass('unknown-link-type');
    else this.give(kind, data);
  }

  give(kind: Kind, data: Uint8Array): void {
    if (this.depth >= DEEPEST) {
      this.pass('malformed');
      return;
    }
    this.depth++;
    if (kind === 'ip') this.packet(data);
    else LAYERS[kind](data, this);
    this.depth--;
  }

  upper(protocol: number, data: Uint8Array): void {
    if (this.around !== null) this.carried({ ...this.around, protocol, data });
  }

  pass(reason: SkipReason): void {
    this.events.pass(reason);
  }

  private packet(data: Uint8Array): void {
    const payload = this.ip.read(data);
    if (payload !== null) this.carried(payload);
  }

  /** Goes into what an IP packet carries, such as a tunnel within UDP. */
  into(payload: IpPayload, kind: Kind, data: Uint8Array): void {
    const before = this.around;
    this.around = payload;
    this.give(kind, data);
    this.around = before;
  }

  private carried(payload: IpPayload): void {
    const tunnel = IP_PROTOCOLS.get(payload.protocol);
    if (tunnel === undefined) this.events.payload(payload);
    else this.into(payload, tunnel, payload.data);
  }
}
