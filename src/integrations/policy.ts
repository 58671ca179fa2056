import { createHash } from 'node:crypto';

// The Content-Security-Policy of a page, from the page itself: in a <meta>, so it holds on hosts that cannot send headers;
// what a <meta> cannot say (frame-ancestors) is in the headers of deploy/ and host-files.ts. Astro's own `security.csp`
// names the hashes of the whole site on every page, 1,902 bytes instead of 443.

/** The only Trusted Types policy: `src/browser/trusted-types.ts` makes it for the addresses of this site's workers. */
export const TRUSTED_TYPES = 'sip-codes';

/** Types of `<script>` that the browser obeys; anything else, such as JSON-LD, is data and needs no permission. */
const OBEYED = new Set(['', 'module', 'text/javascript', 'importmap', 'speculationrules']);

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

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
 * @returns the value of the policy, with a hash for each inline style and script of this page and no others
 */
export function policyOf(html: string): string {
  const styles = new Set<string>();
  const scripts = new Set<string>();
  const sheets = html.includes('<link rel="stylesheet"');
  let runs = false;
  for (const [, text] of elementsOf(html, 'style')) styles.add(hash(text));
  for (const [attributes, text] of elementsOf(html, 'script')) {
    const external = /\bsrc=/.test(attributes);
    if (external || /\bdata-modules=/.test(attributes)) runs = true;
    if (!external && OBEYED.has(/\btype="([^"]*)"/.exec(attributes)?.[1] ?? '')) scripts.add(hash(text));
  }
  return [
    "default-src 'none'",
    "base-uri 'none'",
    "img-src 'self'",
    (styles.size > 0 || sheets) && `style-src ${[...(sheets ? ["'self'"] : []), ...styles].join(' ')}`,
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
 * @returns the page with its policy as the first element of `<head>`: a policy binds only what comes after it
 * @throws Error if the page has no `<head>`
 */
export function withPolicy(html: string): string {
  if (!html.includes('<head>')) throw new Error('has no <head>, in which its policy would be');
  return html.replace('<head>', () => `<head><meta http-equiv="Content-Security-Policy" content="${policyOf(html)}">`);
}
