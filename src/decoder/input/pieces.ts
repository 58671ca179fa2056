// A file or a text in pieces, unpacked on the way where it is gzip, with room in between for a question of the page.

/** So much of a file is fetched at a time. */
const FETCHED = 1 << 20;
/** So much is read without listening: 1 MB of nothing but SIP would take a quarter of a second. */
const PIECE = 1 << 17;
/** How long a worker may go on without listening. */
const LISTEN_MS = 50;

/** A piece of the content, and how much of the file itself it took to come there. */
export interface Piece {
  data: Uint8Array<ArrayBuffer> | string;
  read: number;
}

/** What of a `Blob` is used to read it: whoever reads from a disk need not have the file in memory. */
export interface Sliced {
  size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** How far the content of a file could be unpacked. */
export interface Unpacking {
  /** What was packed is cut off or damaged: what came before was read. */
  broken: boolean;
}

/**
 * @param input a file, or text that was pasted
 * @param unpacking is told what happens on the way
 * @yields its content in order; that of a gzip file unpacked
 */
export async function* pieces(input: Sliced | string, unpacking: Unpacking): AsyncGenerator<Piece> {
  let last = performance.now();
  for await (const piece of typeof input === 'string' ? textPieces(input) : filePieces(input, unpacking)) {
    yield piece;
    if (performance.now() - last < LISTEN_MS) continue;
    await new Promise((done) => setTimeout(done));
    last = performance.now();
  }
}

function* textPieces(input: string): Generator<Piece> {
  for (let at = 0; at < input.length; at += PIECE) {
    const data = input.slice(at, at + PIECE);
    yield { data, read: at + data.length };
  }
}

async function* filePieces(file: Sliced, unpacking: Unpacking): AsyncGenerator<Piece> {
  const front = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (front[0] === 0x1f && front[1] === 0x8b) return yield* unpacked(file, unpacking);
  for (let from = 0; from < file.size; from += FETCHED) {
    const fetched = new Uint8Array(await file.slice(from, from + FETCHED).arrayBuffer());
    for (let at = 0; at < fetched.length; at += PIECE) {
      const data = fetched.subarray(at, at + PIECE);
      yield { data, read: from + at + data.length };
    }
  }
}

/** So much of a packed file is unpacked at a time: what the stream still holds when it meets damage is lost. */
const PACKED = 1 << 14;

/**
 * The browser's own stream unpacks. When it meets damage, or something behind the end, it throws away what nobody has fetched
 * yet: so everything is fetched at once, and the next part of the file is given to it when that was taken.
 */
async function* unpacked(file: Sliced, unpacking: Unpacking): AsyncGenerator<Piece> {
  const stream = new DecompressionStream('gzip');
  const reader = stream.readable.getReader();
  const writer = stream.writable.getWriter();
  const fetched: Uint8Array<ArrayBuffer>[] = [];
  const end = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      fetched.push(value);
    }
  })().catch(() => {
    unpacking.broken = true;
  });
  writer.closed.catch(() => undefined);
  try {
    let read = 0;
    while (read < file.size && !unpacking.broken) {
      const part = new Uint8Array(await file.slice(read, read + PACKED).arrayBuffer());
      read += part.length;
      await writer.write(part).catch(() => undefined);
      for (const data of fetched.splice(0)) yield { data, read };
    }
    await writer.close().catch(() => undefined);
    await end;
    for (const data of fetched.splice(0)) yield { data, read };
  } finally {
    // Whoever stops early leaves the rest.
    reader.cancel().catch(() => undefined);
  }
}
