import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { runCommand, STATUS, type CommandContext } from './command.ts';
import type { Sliced } from './types.ts';

// The command as Node runs it.

/** Larger captures than a buffer holds come this way too. */
async function standardInput(): Promise<Blob> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array<ArrayBuffer>);
  return new Blob(chunks);
}

/** A file is read as it is decoded, however large it is and even if it still grows; a pipe has no places to read at. */
function readable(file: string): Uint8Array | Sliced {
  const opened = openSync(file, 'r');
  const status = fstatSync(opened);
  const { size } = status;
  if (!status.isFile() || size === 0) {
    const data = readFileSync(opened);
    closeSync(opened);
    return data;
  }
  return {
    size,
    slice: (from: number, to: number) => ({
      arrayBuffer: () => {
        const data = new ArrayBuffer(Math.max(0, Math.min(to, size) - from));
        const length = readSync(opened, new Uint8Array(data), { position: from });
        return Promise.resolve(data.slice(0, length));
      },
    }),
  };
}

/** What the system refuses, such as a full disk, is said in one line, and is no answer of the command. */
function fail(error: NodeJS.ErrnoException): never {
  if (error.code === undefined) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(STATUS.badUse);
}

/** Runs the command with the arguments and streams of the process, whose exit status it sets. */
export async function runProcess(
  context: Pick<CommandContext, 'name' | 'version' | 'core' | 'decoder' | 'words'>,
): Promise<void> {
  // Whoever reads the output may have seen enough: `… | head`.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit();
      fail(error);
    });
  process.exitCode = await runCommand(process.argv.slice(2), {
    ...context,
    read: async (file) => (file === '-' ? standardInput() : readable(file)),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    // https://no-color.org
    colours: process.stdout.isTTY && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
  }).catch(fail);
}
