import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { plainError } from '../settings.ts';
import { lock, type Lock } from './build-lock.ts';
import { checkFolders, MARK, refusal } from './output-check.ts';

// Where a build goes. It is made in a new folder next to the output folder and takes its place when it is whole, so a
// build that fails or is interrupted leaves the last site as it was.

const MARK_TEXT = 'A build made this folder; the next one replaces all that is in it.\n';

/** Puts the new site in the place of the last one; if that fails, the last one is back. */
function swap(made: string, final: string, last: string): void {
  const before = existsSync(final);
  if (before) renameSync(final, last);
  try {
    renameSync(made, final);
  } catch (error) {
    if (before) renameSync(last, final);
    throw error;
  }
}

/** Removes the folder in which a site was made. The mark goes last: a build that is killed here does not block the next one. */
function discard(work: string): void {
  for (const name of existsSync(work) ? readdirSync(work) : [])
    if (name !== MARK) rmSync(join(work, name), { recursive: true, force: true });
  rmSync(work, { recursive: true, force: true });
}

/** The folders and locks of one build. */
export interface Output {
  /** Where the pages are made. */
  made: string;
  /** Puts the site in its place. */
  finish: () => void;
  /** Removes what is left of the work, then gives the locks back. */
  end: () => void;
}

/**
 * Prepares the folders of a build, which no other build touches until `end`.
 *
 * @param folders as `checkFolders` gives them
 * @param root the checkout
 * @throws Error if another build runs in the checkout or makes the same output folder
 */
export function prepareOutput({ final, work }: { final: string; work: string }, root: string): Output {
  const locks: Lock[] = [lock(join(root, '.astro', 'build.lock'), 'in this checkout')];
  const release = () => locks.forEach((one) => one.release());
  const areOurs = () => locks.every((one) => one.isOurs());
  const [made, last] = [join(work, 'site'), join(work, 'last')];
  try {
    locks.push(lock(`${work}.lock`, `with the output folder ${final}`));
    // What a build left that was killed, at worst between the two renames.
    if (!existsSync(final) && existsSync(last)) renameSync(last, final);
    discard(work);
    mkdirSync(work);
    writeFileSync(join(work, MARK), MARK_TEXT);
    mkdirSync(made);
  } catch (error) {
    release();
    throw error;
  }
  return {
    made,
    finish: () => {
      if (!areOurs())
        throw plainError(
          `Another build took ${final} over while this one ran, which changed nothing there. Build again`,
        );
      const why = refusal(final);
      if (why) throw plainError(`${final}, where the site was to go, now ${why}`);
      writeFileSync(join(made, MARK), MARK_TEXT);
      swap(made, final, last);
    },
    end: () => {
      // First the work: who gets the locks may use the folder at once.
      if (areOurs() && (existsSync(final) || !existsSync(last))) discard(work);
      release();
    },
  };
}

/** The integration that checks the output folder and puts the finished site there; the last one in the list */
export function outputFolder(): AstroIntegration {
  let final = '';
  let output: Output | null = null;
  return {
    name: 'output-folder',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const root = fileURLToPath(config.root);
        const own = [config.srcDir, config.publicDir].map((url) => fileURLToPath(url));
        const folders = checkFolders(fileURLToPath(config.outDir), root, own);
        const prepared = prepareOutput(folders, root);
        process.on('exit', prepared.end);
        [final, output] = [folders.final, prepared];
        updateConfig({ outDir: pathToFileURL(`${prepared.made}/`) });
      },
      'astro:build:done': ({ logger }) => {
        output!.finish();
        const files = readdirSync(final, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
        logger.info(`${files.length} files in ${relative(process.cwd(), final) || final}`);
      },
    },
  };
}
