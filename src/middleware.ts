import { defineMiddleware } from 'astro:middleware';
import { breakHeadings } from './phrases.ts';
import { withPolicy } from './policy.ts';

/**
 * Loads the modules of a page, and makes its speculation rules valid, when it has been painted: a tenth of a second after
 * the first frame of the whole page, or a second after it is whole where there are no frames, as in a tab behind others.
 * Goes when they run. The same text on every page, so that the policy names one hash.
 */
const LOADER = `{
const s=document.currentScript,
load=()=>{
const r=document.querySelector('#speculation[type*=json]');
if(r){r.type='speculationrules';document.head.append(r)}
Promise.all(s.dataset.modules.split(' ').map(name=>import(name))).then(()=>s.remove())};
addEventListener('load',()=>{requestAnimationFrame(()=>setTimeout(load,100));setTimeout(load,1000)})
}`.replaceAll('\n', '');

const MODULE = /<script type="module" src="([^"]+)"><\/script>/g;

/** No page needs its scripts to be read, so they shall not compete with the page for the network and the processor. */
function afterPaint(html: string): string {
  const first = html.indexOf('<script type="module"');
  if (first < 0) return html;
  const end = html.slice(first);
  const names = [...end.matchAll(MODULE)].map(([, name]) => name);
  const loader = `<script data-modules="${names.join(' ')}">${LOADER}</script>`;
  return html.slice(0, first) + end.replace(MODULE, '').replace('</body>', () => `${loader}</body>`);
}

/** Phrases of Japanese headings, loading of scripts and Content-Security-Policy, while the site is built; `astro dev` needs
 * inline scripts of its own. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (import.meta.env.DEV || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  // What is looked for and put in is ASCII: the other bytes need no decoding, which for 6,000 pages takes seconds.
  const made = Buffer.from(await response.arrayBuffer()).toString('latin1');
  const page = made.includes('<html lang="ja">') ? breakHeadings(made) : made;
  return new Response(Buffer.from(withPolicy(afterPaint(page), 'latin1'), 'latin1'), response);
});
