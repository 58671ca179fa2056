import { spawnSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { plainError } from '../settings.ts';

// Which folders a build may replace. Nothing is emptied or replaced that a build did not make: the output folder is new,
// empty, or carries the mark of an earlier build.

/** The file that marks a folder as made by a build. */
export const MARK = '.made-by-build';

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

/**
 * A file below the folder that Git tracks, if there is one; none where Git is not installed or the folder lies in no repository
 *
 * @throws Error if Git cannot say
 */
function trackedIn(folder: string): string | undefined {
  // A hook sets variables that name its own repository; the question is about that of the folder.
  const env = { ...process.env, GIT_DIR: undefined, GIT_WORK_TREE: undefined, GIT_INDEX_FILE: undefined, LC_ALL: 'C' };
  const { stdout, stderr, status, error } = spawnSync('git', ['-C', folder, 'ls-files', '-z'], {
    encoding: 'utf8',
    maxBuffer: 1e9,
    env,
  });
  if (status === 0) return stdout.split('\0')[0] || undefined;
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') return undefined;
  // Any other "not a git repository" names one that is broken.
  if (/not a git repository \(or any/.test(stderr)) return undefined;
  const why = (error?.message ?? stderr).trim().split('\n')[0]!;
  throw plainError(
    `Git cannot say whether ${folder} has files under version control: ${why}. Mend that, or name a new folder`,
  );
}

/** Whether something is mounted at a folder, as a volume of a container is; Linux lists what is mounted. */
function isMountPoint(folder: string): boolean {
  if (statSync(folder).dev !== statSync(dirname(folder)).dev) return true;
  if (!existsSync('/proc/self/mountinfo')) return false;
  // proc(5): the fifth field, in which blanks and backslashes are octal numbers.
  return readFileSync('/proc/self/mountinfo', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '')
    .some(
      (point) => point.replace(/\\(\d{3})/g, (_, octal: string) => String.fromCharCode(parseInt(octal, 8))) === folder,
    );
}

/** Whether this user may write in a folder. */
function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What is at a path, if anything; of a link the link itself. */
const at = (path: string) => lstatSync(path, { throwIfNoEntry: false });

/** Why no folder can be made or replaced at a path, by what lies above it; null if one can */
function refusalAbove(folder: string): string | null {
  let above = dirname(folder);
  while (!at(above)) above = dirname(above);
  if (!at(above)!.isDirectory()) return `lies below ${above}, which is no folder. Name a new folder`;
  if (!isWritable(above)) return `lies in ${above}, where this user may not write. Name a new folder elsewhere`;
  for (let one = above; one !== dirname(one); one = dirname(one))
    if (existsSync(join(one, MARK)))
      return `lies in ${one}, which the build that made it replaces. Name a new folder outside`;
  return null;
}

/**
 * Says why a build must not replace a folder.
 *
 * @param folder absolute path, without symbolic links
 * @returns what is wrong and what to do, or null if the folder is new, empty or made by a build
 */
export function refusal(folder: string): string | null {
  const found = at(folder);
  if (!found) return null;
  // The output folder comes without links, so one that is left leads nowhere; the folder for the work is never a link.
  if (found.isSymbolicLink()) return 'is a symbolic link. Name a new folder';
  if (!found.isDirectory()) return 'is a file. Name a new folder';
  // A folder that is mounted cannot be renamed.
  if (isMountPoint(folder)) return 'is a mount point. Name a new folder inside it';
  if (!isWritable(folder)) return 'may not be written by this user. Name a new folder';
  const names = readdirSync(folder);
  if (names.length === 0) return null;
  if (names.includes('.git')) return 'has a repository in it (.git), which would be lost. Name a new folder';
  const tracked = trackedIn(folder);
  if (tracked) return `has files under version control, such as ${tracked}. Name a new folder`;
  return names.includes(MARK)
    ? null
    : `has files that no build made, such as ${names[0]}. Empty it if they are not needed, or name a new folder`;
}

/** What the name of the folder in which a site is made ends with. */
const WORK = '.build';

/** Folders of the checkout in which no site may lie, besides the source: texts, packages, history, files of Astro. */
const OWN = ['content', 'node_modules', '.git', '.astro'];

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
  // Else one build would make its site where another one finds the last site.
  if (final.endsWith(WORK)) throw refuse(`ends with ${WORK}, as folders do in which a site is made. Name a new folder`);
  const why = refusalAbove(final) ?? refusal(final);
  if (why) throw refuse(why);
  const work = final + WORK;
  const whyNot = refusal(work);
  if (whyNot) throw plainError(`${work}, in which the site is made before it becomes ${final}, ${whyNot}`);
  return { final, work };
}
