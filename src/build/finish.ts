import { parentPort } from 'node:worker_threads';
import { breakHeadings } from '../phrases.ts';
import { withPolicy } from '../policy.ts';

// What a built page gets after its template: phrases of Japanese headings, loading of its scripts after the first paint,
// and its Content-Security-Policy. A thread of its own (`prerender.ts`): it takes and gives the bytes of one page after the
// other, while Astro renders the next.

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

/** @returns the page as it is written; what is looked for and put in is ASCII, so the other bytes need no decoding */
function finish(bytes: Uint8Array<ArrayBuffer>): Buffer<ArrayBuffer> {
  const made = Buffer.from(bytes.buffer).toString('latin1');
  const page = made.includes('<html lang="ja">') ? breakHeadings(made) : made;
  const html = withPolicy(afterPaint(page), 'latin1');
  const finished = Buffer.allocUnsafeSlow(html.length);
  finished.write(html, 'latin1');
  return finished;
}

parentPort!.on('message', (bytes: Uint8Array<ArrayBuffer>) => {
  const page = finish(bytes);
  parentPort!.postMessage(page, [page.buffer]);
});
