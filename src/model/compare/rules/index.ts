import { decidersDisjoint, decidersOverlap, nextActor, next } from './next.ts';
import { dialog, midCall, subscription } from './dialog.ts';
import { deprecated, detail, lasts, local, nature, reach, unknownToOld } from './meaning.ts';
import { checkOrder, confirmed, trace } from './order.ts';
import { pstn, pstnArrives, pstnReturns } from './pstn.ts';
import { methods, narrower, overlapping } from './requests.ts';
import { failover, metrics } from './routing.ts';
import type { Rule } from './rule.ts';
import { sender, senders } from './senders.ts';

export * from './dialog.ts';
export * from './meaning.ts';
export * from './next.ts';
export * from './order.ts';
export * from './pstn.ts';
export * from './requests.ts';
export * from './routing.ts';
export * from './senders.ts';
export * from './together.ts';
export type { Rule, Tables } from './rule.ts';

/** Differences, most telling first: this order is the order on the page. */
export const DIFFERENCES: readonly Rule[] = [
  methods,
  decidersDisjoint,
  next,
  nextActor,
  reach,
  sender,
  checkOrder,
  local,
  lasts,
  detail,
  midCall,
  subscription,
  dialog,
  decidersOverlap,
  senders,
  narrower,
  overlapping,
  confirmed,
  trace,
  unknownToOld,
  deprecated,
  nature,
];

/** Beyond the SIP side: gateways, statistics, routing. */
export const NETWORK: readonly Rule[] = [pstn, pstnReturns, pstnArrives, metrics, failover];
