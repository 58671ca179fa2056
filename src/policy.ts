import { createHash } from 'node:crypto';

// The Content-Security-Policy of a page, from the page itself. It stands in a <meta>, so it holds on hosts that cannot
// send headers; what a <meta> cannot say (frame-ancestors) is in the headers of deploy/ and src/build/hosts.ts.

/** The only Trusted Types policy: `src/browser/trusted-types.ts` makes it for the addresses of this site's workers. */
export const TRUSTED_TYPES = 'sip-codes';

/** Types of `<script>` that the browser obeys; anything else, such as JSON-LD, is data and needs no permission. */
const OBEYED = new Set(['', 'module', 'text/javascript', 'importmap', 'speculationrules']);

/** Data that the loader of `build/finish.ts` makes into speculation rules. */
const LATER = 'id="speculation"';

/** Most pages have the same few; hashed once. */
const hashes = new Map<string, string>();

function hash(text: string, encoding: Encoding): string {
  let known = hashes.get(text);
  if (!known) hashes.set(text, (known = `'sha256-${createHash('sha256').update(text, encoding).digest('base64')}'`));
  return known;
}

/** How a page as bytes became a string: as Latin-1 each character is one byte, which costs nothing in either direction. */
type Encoding = 'utf8' | 'latin1';

/** Attributes and text of every element of one name that holds text only. */
function* elementsOf(html: string, name: 'script' | 'style'): Generator<[attributes: string, text: string]> {
  for (let at = html.indexOf(`<${name}`); at >= 0; at = html.indexOf(`<${name}`, at + 1)) {
    const open = html.indexOf('>', at);
    yield [html.slice(at + name.length + 1, open), html.slice(open + 1, html.indexOf(`</${name}`, open))];
  }
}

/**
 * The strictest policy that a page works under: nothing but what this site itself serves, inline only what the page was
 * built with.
 *
 * @param html a whole page, as it is sent
 * @param encoding what turned its bytes into this string
 * @returns the value of the policy, with a hash for each inline style and script of this page and no others
 */
export function policyOf(html: string, encoding: Encoding = 'utf8'): string {
  const styles = new Set<string>();
  const scripts = new Set<string>();
  let runs = false;
  for (const [, text] of elementsOf(html, 'style')) styles.add(hash(text, encoding));
  for (const [attributes, text] of elementsOf(html, 'script')) {
    const foreign = /\bsrc=/.test(attributes);
    const loads = foreign || /\bdata-modules=/.test(attributes);
    if (loads) runs = true;
    const obeyed = OBEYED.has(/\btype="([^"]*)"/.exec(attributes)?.[1] ?? '') || attributes.includes(LATER);
    if (!foreign && (loads || obeyed)) scripts.add(hash(text, encoding));
  }
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "img-src 'self' data:",
    styles.size > 0 && `style-src ${[...styles].join(' ')}`,
    scripts.size > 0 && !runs && `script-src ${[...scripts].join(' ')}`,
    // Pagefind compiles WebAssembly; worker-src is for the service worker.
    runs && `script-src 'self' 'wasm-unsafe-eval' ${[...scripts].join(' ')}`.trim(),
    runs && "connect-src 'self'; worker-src 'self'",
    runs && `require-trusted-types-for 'script'; trusted-types ${TRUSTED_TYPES}`,
    html.includes('<form') ? "form-action 'self'" : "form-action 'none'",
  ]
    .filter(Boolean)
    .join('; ');
}

/**
 * @param html a whole page
 * @param encoding what turned its bytes into this string
 * @returns the page with its policy as the first element of `<head>`: a policy binds only what comes after it
 */
export const withPolicy = (html: string, encoding?: Encoding): string =>
  html.replace(
    '<head>',
    () => `<head><meta http-equiv="Content-Security-Policy" content="${policyOf(html, encoding)}">`,
  );
