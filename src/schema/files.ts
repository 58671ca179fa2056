import { lstatSync, readdirSync, readFileSync, statSync, type Stats } from 'node:fs';
import { join } from 'node:path';

// The files of content/ as they lie on disk: everything that follows works on this map, so that an edit can be tried in
// memory.

/** Largest content file in bytes; more is a mistake (a pasted trace, a binary): the largest real one has 50 KB. */
export const FILE_LIMIT = 100_000;

/** What cannot be read as a text, in the words of a message: `is a symbolic link; …`. */
export interface Unread {
  unread: string;
}

/** Path in the folder, with `/` (`codes/487/en.mdx`), to the text; in the order of the paths. */
export type Files = ReadonlyMap<string, string | Unread>;

/** Says why something is not opened: a pipe would wait for ever, a link may lead out of the folder. */
function refusal(found: Stats): string | null {
  if (found.isSymbolicLink()) return 'is a symbolic link; expected a file. Copy the file here, or remove the link';
  if (!found.isFile()) return 'is no regular file; expected a text. Remove it';
  if (found.size > FILE_LIMIT) return `has ${found.size} bytes; at most ${FILE_LIMIT}. Shorten it`;
  return null;
}

/**
 * Reads a folder of content whole, without looking at what its files say. Files whose name begins with a dot are left
 * out: editors and systems put them there.
 *
 * @param root the folder
 * @returns its files; empty if there is no such folder
 * @throws Error of the file system if a file may not be read
 */
export function readFiles(root: string): Files {
  const files = new Map<string, string | Unread>();
  const visit = (folder: string): void => {
    const names = readdirSync(join(root, folder)).filter((name) => !name.startsWith('.'));
    if (names.length === 0 && folder !== '') files.set(folder, { unread: 'is an empty folder. Fill or remove it' });
    for (const name of names.sort()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const found = lstatSync(join(root, path));
      const unread = found.isDirectory() ? null : refusal(found);
      if (unread) files.set(path, { unread });
      else if (found.isDirectory()) visit(path);
      else files.set(path, readFileSync(join(root, path), 'utf8'));
    }
  };
  if (statSync(root, { throwIfNoEntry: false })?.isDirectory()) visit('');
  return files;
}
