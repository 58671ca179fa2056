import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { plainError } from '../settings.ts';

// Where a build goes. It is made in a new folder next to the output folder and takes its place when it is whole, so a
// build that fails or is interrupted leaves the last site as it was. Nothing is emptied or replaced that a build did not
// make: the output folder is new, empty, or carries the mark of an earlier build.

/** The file that marks a folder as made by a build. */
export const MARK = '.made-by-build';
const MARK_TEXT = 'A build made this folder; the next one replaces all that is in it.\n';

/** Whether `path` is `folder` or below it */
const within = (path: string, folder: string): boolean => {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && resolve(way) !== way);
};

/** The path with symbolic links resolved, as far as it exists */
function real(path: string): string {
  if (existsSync(path)) return realpathSync(path);
  const parent = dirname(path);
  return parent === path ? path : join(real(parent), basename(path));
}

/** A file below the folder that Git tracks, if there is one; none where there is no Git */
function trackedIn(folder: string): string | undefined {
  const { stdout, status } = spawnSync('git', ['-C', folder, 'ls-files', '-z'], { encoding: 'utf8', maxBuffer: 1e9 });
  return status === 0 ? stdout.split('\0')[0] || undefined : undefined;
}

/**
 * Says why a build must not replace a folder.
 *
 * @param folder absolute path, without symbolic links
 * @returns what is wrong and what to do, or null if the folder is new, empty or made by a build
 */
export function refusal(folder: string): string | null {
  if (!existsSync(folder)) return null;
  if (!statSync(folder).isDirectory()) return 'is a file. Name a new folder';
  // A folder that is mounted, as a volume of a container is, cannot be renamed.
  if (statSync(folder).dev !== statSync(dirname(folder)).dev) return 'is a mount point. Name a new folder inside it';
  const names = readdirSync(folder);
  if (names.length === 0) return null;
  const tracked = trackedIn(folder);
  if (tracked) return `has files under version control, such as ${tracked}. Name a new folder`;
  return names.includes(MARK)
    ? null
    : `has files that no build made, such as ${names[0]}. Empty it if they are not needed, or name a new folder`;
}

/** Folders of the checkout in which no site may lie, besides the source: texts, packages, history. */
const OWN = ['content', 'node_modules', '.git'];

/**
 * Checks where a build is to go, before anything is touched.
 *
 * @param outDir the output folder
 * @param root the checkout
 * @param own further folders of the checkout that a build reads
 * @returns the output folder and the folder next to it in which the site is made, both absolute, without symbolic links
 * @throws Error that says what is wrong with the output folder and what to do
 */
export function checkFolders(outDir: string, root: string, own: string[]): { final: string; work: string } {
  const final = real(resolve(outDir));
  const refuse = (why: string) => plainError(`OUT_DIR is ${JSON.stringify(outDir)}, which ${why}, such as dist`);
  if (within(real(root), final)) throw refuse('is the checkout or a folder above it. Name a new folder inside it');
  const belongs = [...own, ...OWN.map((name) => join(root, name))];
  const source = belongs.find((folder) => within(final, real(folder)));
  if (source) throw refuse(`lies in ${relative(root, source)}/, which belongs to the checkout. Name a new folder`);
  const why = refusal(final);
  if (why) throw refuse(why);
  const work = `${final}.build`;
  const whyNot = refusal(work);
  if (whyNot) throw plainError(`${work}, in which the site is made before it becomes ${final}, ${whyNot}`);
  return { final, work };
}

/**
 * Takes the lock of a checkout, for as long as this process lives: Astro keeps files of a build in folders of the
 * checkout, whatever the output folder is. A lock whose process has ended is taken over.
 *
 * @param file the lock
 * @throws Error if another build is running
 */
export function lock(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  for (;;) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = Number(readFileSync(file, 'utf8'));
    if (holder !== process.pid && isRunning(holder))
      throw plainError(
        `Another build (process ${holder}) is running in this checkout. Wait until it ends, or remove ${file} if that process is no build`,
      );
    rmSync(file, { force: true });
  }
  process.on('exit', () => rmSync(file, { force: true }));
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

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

/** The integration that checks the output folder and puts the finished site there; the last one in the list */
export function outputFolder(): AstroIntegration {
  let folders: { final: string; work: string } | null = null;
  return {
    name: 'output-folder',
    hooks: {
      'astro:config:setup': ({ command, config, updateConfig }) => {
        if (command !== 'build') return;
        const root = fileURLToPath(config.root);
        const own = [config.srcDir, config.publicDir].map((url) => fileURLToPath(url));
        const { final, work } = checkFolders(fileURLToPath(config.outDir), root, own);
        lock(join(root, '.astro', 'build.lock'));
        const [made, last] = [join(work, 'site'), join(work, 'last')];
        // What a build left that was killed, at worst between the two renames.
        if (!existsSync(final) && existsSync(last)) renameSync(last, final);
        discard(work);
        mkdirSync(work, { recursive: true });
        writeFileSync(join(work, MARK), MARK_TEXT);
        mkdirSync(made);
        process.on('exit', () => {
          if (existsSync(final) || !existsSync(last)) discard(work);
        });
        folders = { final, work };
        updateConfig({ outDir: pathToFileURL(`${made}/`) });
      },
      'astro:build:done': ({ logger }) => {
        const { final, work } = folders!;
        const made = join(work, 'site');
        writeFileSync(join(made, MARK), MARK_TEXT);
        const files = readdirSync(made, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
        swap(made, final, join(work, 'last'));
        logger.info(`${files.length} files in ${relative(process.cwd(), final) || final}`);
      },
    },
  };
}
