import { randomUUID } from 'node:crypto';
import { constants, copyFileSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { plainError } from '../settings.ts';

// A build holds two locks for as long as it lives: of its checkout, where Astro keeps files of a build whatever the output
// folder is, and of its output folder, which several checkouts may name.

/** A lock that this process took. */
export interface Lock {
  /** Whether nobody removed it or took it over. */
  isOurs: () => boolean;
  /** Removes it, unless it is of somebody else by now. */
  release: () => void;
}

/** What a lock holds: the number of a process, and what tells apart two that have the same number. */
const FORM = /^(\d+)(?: [\w-]+)?$/;

/** The text of a file; null if there is none */
function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Gives a file a second name, and says whether that name was free: of two that try, one succeeds. */
function linked(file: string, name: string): boolean {
  for (const give of [linkSync, copyNew])
    try {
      give(file, name);
      return true;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? '';
      if (code === 'EEXIST') return false;
      // A file system such as that of a USB stick has one name for a file.
      if (give === copyNew || !['EPERM', 'ENOTSUP', 'ENOSYS'].includes(code)) throw error;
    }
  return false;
}

const copyNew = (file: string, name: string): void => copyFileSync(file, name, constants.COPYFILE_EXCL);

function isRunning(pid: number): boolean {
  if (pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Takes a lock. One whose process has ended is taken over.
 *
 * @param file the lock
 * @param what it locks, as a message says it: `in this checkout`
 * @throws Error if another build holds it, or the file is no lock
 */
export function lock(file: string, what: string): Lock {
  mkdirSync(dirname(file), { recursive: true });
  const mine = `${process.pid} ${randomUUID()}`;
  const aside = `${file}.${mine.replace(' ', '.')}`;
  // Written under another name first, so that nobody reads a lock that is not whole yet.
  writeFileSync(aside, mine);
  try {
    while (!linked(aside, file)) {
      const held = textOf(file);
      if (held === null) continue;
      const holder = Number(FORM.exec(held)?.[1] ?? NaN);
      if (held !== '' && Number.isNaN(holder))
        throw plainError(`${file} is no lock of a build, which goes there. Move it away or remove it`);
      if (holder !== process.pid && isRunning(holder))
        throw plainError(
          `Another build (process ${holder}) is running ${what}. Wait until it ends, or remove ${file} if that process is no build`,
        );
      takeAway(file, held, `${aside}.old`);
    }
  } finally {
    rmSync(aside, { force: true });
  }
  const isOurs = () => textOf(file) === mine;
  return {
    isOurs,
    release: () => {
      if (isOurs()) rmSync(file, { force: true });
    },
  };
}

/** Removes a lock whose process has ended, but not one that another build has put there meanwhile. */
function takeAway(file: string, held: string, old: string): void {
  try {
    renameSync(file, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (textOf(old) !== held) linked(old, file);
  rmSync(old, { force: true });
}
