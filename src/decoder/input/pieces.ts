// A file or a text in pieces, unpacked on the way where it is gzip, with room in between for a question of the page.

const PIECE = 1 << 20;
/** How long a worker may go on without listening. */
const LISTEN_MS = 50;

/** A piece of the content, and how much of the file itself it took to come there. */
export interface Piece {
  data: Uint8Array<ArrayBuffer> | string;
  read: number;
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
export async function* pieces(input: Blob | string, unpacking: Unpacking): AsyncGenerator<Piece> {
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

async function* filePieces(file: Blob, unpacking: Unpacking): AsyncGenerator<Piece> {
  const front = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (front[0] === 0x1f && front[1] === 0x8b) return yield* unpacked(file, unpacking);
  for (let at = 0; at < file.size; at += PIECE) {
    const data = new Uint8Array(await file.slice(at, at + PIECE).arrayBuffer());
    yield { data, read: at + data.length };
  }
}

/** The browser's own stream unpacks; it reports damage, and what follows the end, only when it gets there. */
async function* unpacked(file: Blob, unpacking: Unpacking): AsyncGenerator<Piece> {
  let read = 0;
  const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform: (piece, controller) => {
      read += piece.length;
      controller.enqueue(piece);
    },
  });
  const reader = file.stream().pipeThrough(counted).pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield { data: value, read };
    }
  } catch {
    unpacking.broken = true;
  } finally {
    // Whoever stops early leaves the rest.
    reader.cancel().catch(() => undefined);
  }
}
