import { word, wordLittle, type Layer } from './layer.ts';

const PAYLOAD = 9;

/** NFLOG (LINKTYPE_NFLOG): what iptables and nftables log. Values in the order of the machine that captured. */
export const nflog: Layer = (data, on) => {
  if (data.length < 4) return on.pass('truncated');
  for (const read of [wordLittle, word]) {
    let at = 4;
    while (at + 4 <= data.length) {
      const length = read(data, at);
      if (length < 4) break;
      if (read(data, at + 2) === PAYLOAD) return on.give('ip', data.subarray(at + 4, at + length));
      at += Math.ceil(length / 4) * 4;
    }
  }
  on.pass('not-ip');
};
