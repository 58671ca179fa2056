// What an address literal says about itself; host names say nothing.

/** The four numbers of an IPv4 address, or null */
export function ipv4(host: string): number[] | null {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(host);
  const numbers = parts?.slice(1).map(Number) ?? [];
  return numbers.length === 4 && numbers.every((one) => one < 256) ? numbers : null;
}

/** Whether the text is an IPv6 address; a zone (`%eth0`) is allowed */
export const ipv6 = (host: string): boolean =>
  /^[0-9a-f:.]+(%[\w.-]+)?$/i.test(host) && host.includes(':') && host.split(':').length > 2 && host.length < 64;

/** Why an address cannot be reached from elsewhere. */
export type Scope = 'public' | 'private' | 'shared' | 'link-local' | 'loopback' | 'unspecified';

/**
 * The range that an address belongs to: private (RFC 1918 §3, fc00::/7 of RFC 4193 §3.1), shared by carrier NAT
 *   (RFC 6598 §7), link-local (RFC 3927 §2.1, RFC 4291 §2.5.6), loopback, 0.0.0.0 and ::, or public; null for a host name
 */
export function scope(host: string): Scope | null {
  const numbers = ipv4(host.toLowerCase().replace(/^::ffff:/, ''));
  if (numbers) {
    const [a, b] = numbers as [number, number];
    if (numbers.every((one) => one === 0)) return 'unspecified';
    if (a === 127) return 'loopback';
    if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return 'private';
    if (a === 100 && b >= 64 && b < 128) return 'shared';
    if (a === 169 && b === 254) return 'link-local';
    return 'public';
  }
  if (!ipv6(host)) return null;
  const text = host.toLowerCase();
  if (text === '::') return 'unspecified';
  if (text === '::1') return 'loopback';
  if (/^f[cd]/.test(text)) return 'private';
  if (/^fe[89ab]/.test(text)) return 'link-local';
  return 'public';
}

/** Whether an address means nothing outside its own network */
export const local = (host: string): boolean => ['private', 'shared', 'link-local'].includes(scope(host) ?? '');

const pair = (bytes: Uint8Array, at: number): string => ((bytes[at]! << 8) | bytes[at + 1]!).toString(16);

/** The address as text: IPv4 with dots, IPv6 as RFC 5952 wants it */
export function formatAddress(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join('.');
  const groups = [0, 2, 4, 6, 8, 10, 12, 14].map((at) => pair(bytes, at));
  let [best, length] = [0, 0];
  for (let at = 0; at < 8; at++) {
    let end = at;
    while (end < 8 && groups[end] === '0') end++;
    if (end - at > length) [best, length] = [at, end - at];
  }
  if (length < 2) return groups.join(':');
  return `${groups.slice(0, best).join(':')}::${groups.slice(best + length).join(':')}`;
}
