import { readFile } from 'node:fs/promises';
import { runCommand, type CommandContext } from './command.ts';

// The command as Node runs it.

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Uint8Array);
  return Buffer.concat(chunks);
}

/** Runs the command with the arguments and streams of the process, whose exit status it sets. */
export async function runProcess(context: Pick<CommandContext, 'name' | 'core' | 'decoder' | 'words'>): Promise<void> {
  // Whoever reads the output may have seen enough: `… | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  process.exitCode = await runCommand(process.argv.slice(2), {
    ...context,
    read: (file) => (file === '-' ? standardInput() : readFile(file)),
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    // https://no-color.org
    colours: process.stdout.isTTY && !process.env['NO_COLOR'],
  });
}
