import { readdirSync } from 'node:fs';
import type { Build } from '../builds.ts';

/** One page of each kind; the rest of the site is checked as text. */
const KINDS = [
  '',
  'sip/',
  'sip/4xx/',
  'sip/487/',
  'sip/302-vs-487/',
  'sip/405-vs-481/',
  'sip/compare/',
  'sip/unregistered/',
  'q850/',
  'q850/34/',
  'warnings/',
  'metrics/',
  'headers/',
  'glossary/',
  'glossary/dialogs/',
  'rfc/',
  'rfc/3261/',
  'vendors/',
  'vendors/asterisk/',
  'symptoms/',
  'symptoms/drops-after-32-seconds/',
  'contexts/',
  'contexts/telnyx/',
  'sip/603-plus/',
  'failover/',
  'stun/',
  'sip/reuse/',
  'decode/',
  'about/',
  'nowhere/',
];

/** Their paths in both languages. */
export const ADDRESSES = ['/', '/ja/'].flatMap((prefix) => KINDS.map((kind) => prefix + kind));

/** What pages of one kind have in common in their paths. */
const kindOf = (path: string): string =>
  path
    .replace(/\d{3}-vs-\d{3}/, 'pair')
    .replace(/\dxx/, 'class')
    .replace(/q850\/\d+/, 'q850/cause')
    .replace(/\d+/, 'number')
    .replace(/^(ja\/)?(glossary|symptoms|contexts|vendors)\/[^/]+/, '$1$2/one');

/** One address of each kind of page in each language, behind the base path; the first of its kind */
export function kinds(build: Build): string[] {
  const first = new Map<string, string>();
  const pages = readdirSync(build.dir, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /(^|\/)index\.html$/.test(file))
    .map((file) => file.replace(/index\.html$/, ''))
    .sort();
  for (const path of pages) if (!first.has(kindOf(path))) first.set(kindOf(path), path);
  return [...first.values(), '404.html', 'nowhere/'];
}
