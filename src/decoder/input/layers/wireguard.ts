import { word, type Layer } from './layer.ts';

/** WireGuard: types 1 to 4 and three zero octets; everything in it is encrypted. */
export const wireguard: Layer = (data, on) => {
  const own = data.length >= 32 && data[0]! >= 1 && data[0]! <= 4 && data[1] === 0 && word(data, 2) === 0;
  on.pass(own ? 'tunnel-encrypted' : 'not-sip');
};
