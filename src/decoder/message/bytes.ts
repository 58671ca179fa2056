// Bytes and text. Only what a worker has: TextDecoder, no Buffer.

const UTF8 = new TextDecoder('utf-8');

/** The bytes as UTF-8 (RFC 3261 §7); what is not valid becomes U+FFFD */
export const decode = (bytes: Uint8Array): string => UTF8.decode(bytes);

/** How many bytes the text has in UTF-8, as Content-Length counts it (RFC 3261 §20.14) */
export function byteLength(text: string): number {
  let bytes = text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) continue;
    // Both halves of a surrogate pair together have four bytes: two units counted, one more for each.
    bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}

/**
 * Bytes that arrive in pieces and are taken from the front. Grows by doubling and moves what is left only when half is
 * used, so that many small pieces cost no more than one large one.
 */
export class ByteQueue {
  private store = new Uint8Array(0);
  private start = 0;
  private end = 0;

  get length(): number {
    return this.end - this.start;
  }

  append(piece: Uint8Array): void {
    if (this.end + piece.length > this.store.length) {
      const target =
        this.length + piece.length > this.store.length / 2
          ? new Uint8Array(Math.max(1024, 2 * (this.length + piece.length)))
          : this.store;
      target.set(this.store.subarray(this.start, this.end));
      [this.store, this.start, this.end] = [target, 0, this.length];
    }
    this.store.set(piece, this.end);
    this.end += piece.length;
  }

  /** What is there, without a copy: only valid until the next `append` */
  view(): Uint8Array {
    return this.store.subarray(this.start, this.end);
  }

  drop(count: number): void {
    this.start = Math.min(this.start + count, this.end);
    if (this.start === this.end) this.start = this.end = 0;
  }
}
