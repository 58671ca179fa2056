// Text that was written in another alphabet on its way: HTML, mail, base64, hexadecimal.

const NAMED: Record<string, string> = { lt: '<', gt: '>', quot: '"', amp: '&', nbsp: ' ', apos: "'" };

/** The text with HTML's character references resolved */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:(lt|gt|quot|amp|nbsp|apos)|#(\d{1,6})|#x([0-9a-f]{1,5}));/gi, (whole, name, decimal, hex) => {
        if (name !== undefined) return NAMED[String(name).toLowerCase()] ?? String(whole);
        const code = decimal === undefined ? parseInt(String(hex), 16) : Number(decimal);
        return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : String(whole);
      })
    : text;

/** The text with the escapes of quoted-printable resolved (RFC 2045 §6.7) */
export function decodeQuotedPrintable(text: string): string {
  if (!/=[0-9A-F]{2}/i.test(text)) return text;
  return text.replace(/(?:=[0-9A-F]{2})+/gi, (run) => {
    const bytes = Uint8Array.from(run.slice(1).split('='), (one) => parseInt(one, 16));
    return new TextDecoder().decode(bytes);
  });
}

/** The bytes of base64 (RFC 4648 §4 and §5), or null where the text is not that */
export function base64Bytes(text: string): Uint8Array | null {
  const plain = text.replace(/-/g, '+').replace(/_/g, '/').replace(/=+$/, '');
  if (!/^[A-Za-z0-9+/]{8,}$/.test(plain) || plain.length % 4 === 1) return null;
  try {
    return Uint8Array.from(atob(plain), (letter) => letter.charCodeAt(0));
  } catch {
    return null;
  }
}

/** The bytes of pairs of hexadecimal digits, or null where the text is not that */
export function hexBytes(text: string): Uint8Array | null {
  if (text.length % 2 === 1 || !/^[0-9a-f]+$/i.test(text)) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = parseInt(text.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}
