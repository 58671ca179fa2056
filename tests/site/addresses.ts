import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readRedirects, type Redirect } from '../../src/site/redirects.ts';
import { BUILDS, type Build } from '../builds.ts';
import { sitePages } from './site.ts';

// The public addresses of the site and the anchors of its pages, which tickets link to: tests/site/addresses.txt.
// `npm run addresses` compares the list with dist; `-- --write` adds what is new, and drops only what redirects.txt names.

export const LIST = fileURLToPath(new URL('addresses.txt', import.meta.url));

/** Anchors by address; an address that is no page has none. Without base path; both languages share them. */
export type Addresses = Map<string, Set<string>>;

/** Files that other sites, programs and browsers ask for by name; what only our own scripts load may change. */
const FILES = /^(?!_astro\/|pagefind\/|search\/|ja\/)[\w./-]+\.(xml|txt|json|csv|svg|webmanifest)$/;

/** The addresses and anchors of a build */
export function addressesOf(build: Build): Addresses {
  const found: Addresses = new Map();
  for (const page of sitePages(build)) {
    if (page.file.startsWith('ja/')) continue;
    found.set(`/${page.path.slice(build.base.length)}`, new Set(page.anchors));
  }
  for (const file of readdirSync(build.dir, { recursive: true, encoding: 'utf8' })) {
    const path = file.replaceAll('\\', '/');
    if (FILES.test(path)) found.set(`/${path}`, new Set());
    const short = /^(\d{3})\/index\.html$/.exec(path);
    if (short) found.set(`/${short[1]}/`, new Set());
  }
  return found;
}

const SETS = {
  '{cause}': /(?<=^\/q850\/)\d+(?=\/)/,
  '{pair}': /(?<=\/)\d{3}-vs-\d{3}(?=\/|\.json)/,
  '{code}': /(?<=\/)\d{3}(?=\/|\.json)/,
} as const;

/** The kind of an address, `/sip/{code}/`, and which of the kind it is, `487` */
function kindOf(address: string): [kind: string, member: string] {
  // RFC numbers have four digits; products, symptoms and tables are each their own kind.
  for (const [mark, form] of Object.entries(SETS)) {
    const match = form.exec(address);
    if (match) return [address.replace(form, mark), match[0]];
  }
  return [address, ''];
}

/**
 * One line an address, its anchors behind it. Codes, comparisons and causes are one line a kind: the anchors that all have, then
 * those that some have with a list of these, or of the others (`-`), whichever is shorter.
 *
 * @returns the text of the list, in a fixed order
 */
export function writeAddresses(addresses: Addresses): string {
  const kinds = new Map<string, Map<string, Set<string>>>();
  for (const [address, anchors] of addresses) {
    const [kind, member] = kindOf(address);
    kinds.set(kind, (kinds.get(kind) ?? new Map<string, Set<string>>()).set(member, anchors));
  }
  const lines: string[] = [];
  for (const [kind, members] of [...kinds].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const all = [...members.keys()].sort();
    const anchors = [...new Set([...members.values()].flatMap((one) => [...one]))].sort();
    const having = (anchor: string) => all.filter((member) => members.get(member)!.has(anchor));
    const common = anchors.filter((anchor) => having(anchor).length === all.length);
    const rest = anchors.filter((anchor) => !common.includes(anchor));
    lines.push([kind, ...common.map((anchor) => `#${anchor}`)].join(' '));
    if (all[0] !== '') lines.push(`  = ${all.join(' ')}`);
    for (const anchor of rest) {
      const some = having(anchor);
      const others = all.filter((member) => !some.includes(member));
      lines.push(
        some.length <= others.length ? `  #${anchor} + ${some.join(' ')}` : `  #${anchor} - ${others.join(' ')}`,
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** The addresses that a list names; the inverse of `writeAddresses` */
export function readAddresses(text: string): Addresses {
  const found: Addresses = new Map();
  let kind = '';
  let common: string[] = [];
  let members: string[] = [];
  const at = (member: string) => kind.replace(/\{(?:cause|code|pair)\}/, member);
  for (const line of text.split('\n').filter((one) => one !== '' && !one.startsWith('# '))) {
    const [first, ...rest] = line.trim().split(' ') as [string, ...string[]];
    if (!line.startsWith(' ')) {
      [kind, common] = [first, rest.map((anchor) => anchor.slice(1))];
      if (!kind.includes('{')) found.set(kind, new Set(common));
    } else if (first === '=') {
      members = rest;
      for (const member of members) found.set(at(member), new Set(common));
    } else {
      const [sign, ...listed] = rest;
      const having = sign === '+' ? listed : members.filter((member) => !listed.includes(member));
      for (const member of having) found.get(at(member))!.add(first.slice(1));
    }
  }
  return found;
}

/** Every address, and every address with an anchor */
export const flat = (addresses: Addresses): Set<string> =>
  new Set([...addresses].flatMap(([address, anchors]) => [address, ...[...anchors].map((one) => `${address}#${one}`)]));

/**
 * @param before what was public
 * @param now what is built
 * @param redirects of addresses that moved
 * @returns addresses that are gone without a redirect that leads to one that exists, as sentences
 */
export function goneAddresses(before: Addresses, now: Addresses, redirects: Redirect[]): string[] {
  const moved = new Map(redirects.map(({ from, to }) => [from, to]));
  // The small page at an address that moved only leads on: it keeps nothing that was there.
  const there = new Set([...flat(now)].filter((address) => !moved.has(address.split('#')[0]!)));
  return [...flat(before)]
    .filter((address) => !there.has(address))
    .flatMap((address) => {
      const [page, anchor] = address.split('#') as [string, string?];
      // A browser takes the anchor along: a page that moved has to have it in its new place.
      const to = moved.get(address) ?? (anchor && moved.has(page) ? `${moved.get(page)!}#${anchor}` : undefined);
      if (to !== undefined && there.has(to)) return [];
      return [
        `${address} is gone${to ? `, and ${to} does not exist` : ''}. Bring it back, or name in src/site/redirects.txt where it leads`,
      ];
    });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const now = addressesOf(BUILDS.root);
  const before: Addresses = existsSync(LIST) ? readAddresses(readFileSync(LIST, 'utf8')) : new Map();
  const gone = goneAddresses(before, now, readRedirects());
  const known = flat(before);
  const added = [...flat(now)].filter((address) => !known.has(address));
  for (const line of gone) console.error(line);
  console.log(`${known.size} public addresses and anchors, ${added.length} new, ${gone.length} gone.`);
  if (gone.length > 0) process.exit(1);
  if (process.argv.includes('--write')) {
    const head =
      '# Public addresses and anchors, which nobody may remove without a redirect: `npm run addresses -- --write` adds new ones.\n' +
      '# Below a kind: = its members; + those that have an anchor, - those that lack it.\n';
    writeFileSync(LIST, head + writeAddresses(now));
  }
}
