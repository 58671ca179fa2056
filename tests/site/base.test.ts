import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BUILDS } from '../builds.ts';
import { report } from './site.ts';

// The build under a base path is the build at the root, with other addresses: so what holds for every page there, links and
// canonicals and sitemaps too, holds here, and the other tests of pages read the root alone.

const { root, base } = BUILDS;

/** Code with a hash of itself in its name, and what names it or hosts: tests of browser and deployment look at these. */
const CODE = /^(_astro|pagefind)\/|^(sw\.js|_headers|_redirects)$/;

const files = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(dir.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !CODE.test(file))
    .sort();

/** The text without the policy, which has hashes of scripts (policy.test.ts), and without those in names of scripts */
const withoutHashes = (text: string): string =>
  text
    .replace(/<meta http-equiv="Content-Security-Policy" content="[^"]*">/, '')
    .replace(/_astro\/([\w.-]+[.-])?[\w-]{8}\.js/g, '_astro/$1.js');

/** What a file of the root has to be under the base path: every address moved, nothing else changed */
const moved = (file: string, text: string): string => {
  // In OpenAPI the base path belongs to the server, and paths begin behind it.
  if (file === 'api/openapi.json')
    return text
      .replaceAll(root.site + root.base, base.site + base.base)
      .replaceAll(`"url":"${root.site}"`, `"url":"${(base.site + base.base).replace(/\/$/, '')}"`);
  const whole = text
    .replaceAll(root.site + root.base, base.site + base.base)
    .replaceAll(`tag:${new URL(root.site).host},`, `tag:${new URL(base.site).host},`);
  return /\.(html|json)$/.test(file) ? whole.replace(/(?<=[="]|url=|\.js )\/(?=[^/>])/g, base.base) : whole;
};

/** Where two texts part, with what is around it; null if they are the same */
function difference(expected: string, found: string): string | null {
  if (expected === found) return null;
  let at = 0;
  while (expected[at] === found[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 60);
  return `“${around(found)}”; expected “${around(expected)}”`;
}

test('the build under a base path has the files of the build at the root', () => {
  expect(files(base.dir)).toEqual(files(root.dir));
});

test('and each of them is the same, with every address under the base path', () => {
  const problems = files(root.dir).flatMap((file) => {
    const [one, other] = [root, base].map(({ dir }) => readFileSync(join(dir, file)));
    if (one!.equals(other!) && !/\.html$/.test(file)) return [];
    const text = (bytes: Buffer) => withoutHashes(bytes.toString());
    const differs = difference(moved(file, text(one!)), text(other!));
    return differs ? [`${file}: ${differs}`] : [];
  });
  expect(report(problems)).toBe('');
});

test('an address that lacks the base path, or has that of the root, is a difference', () => {
  const page = '<a href="/sip/487/">487</a><link rel="canonical" href="https://sip-codes.example/sip/487/">';
  const right = moved('a.html', page);
  expect(right).toBe(
    '<a href="/sip-codes/sip/487/">487</a><link rel="canonical" href="https://docs.example.org/sip-codes/sip/487/">',
  );
  expect(difference(right, right)).toBeNull();
  expect(difference(right, right.replace('/sip-codes/sip', '/sip'))).toContain('expected');
  expect(difference(right, right.replace('docs.example.org/sip-codes', 'sip-codes.example'))).toContain('expected');
});
