import type { AstroIntegration } from 'astro';
import { breakHeadings } from '../phrases.ts';
import { withPolicy } from '../policy.ts';

// What a built page gets after its template: phrases of Japanese headings, loading of its scripts after the first paint,
// and its Content-Security-Policy. `astro dev` needs inline scripts of its own and does without.

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

/** Astro asks only whether there is one. */
const BODY = new Blob([]).stream();

/** A page that is there. Node's `Response` would copy its bytes by way of a stream, which takes as long as to make them. */
class Page extends Response {
  readonly #bytes: Buffer<ArrayBuffer>;
  constructor(bytes: Buffer<ArrayBuffer>, { status, headers }: Response) {
    super(null, { status, headers });
    this.#bytes = bytes;
  }
  override get body(): typeof BODY {
    return BODY;
  }
  override async arrayBuffer(): Promise<ArrayBuffer> {
    const { buffer, byteOffset, byteLength } = this.#bytes;
    return buffer.slice(byteOffset, byteOffset + byteLength);
  }
}

/** @returns the page as it is written; what is looked for and put in is ASCII, so the other bytes need no decoding */
async function finish(response: Response): Promise<Response> {
  if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
  const made = Buffer.from(await response.arrayBuffer()).toString('latin1');
  const page = made.includes('<html lang="ja">') ? breakHeadings(made) : made;
  return new Page(Buffer.from(withPolicy(afterPaint(page), 'latin1'), 'latin1'), response);
}

/** @returns the integration for Astro that finishes each page of a build */
export const prerender = (): AstroIntegration => ({
  name: 'prerender',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) =>
      setPrerenderer((prerenderer) => ({
        ...prerenderer,
        async setup() {
          await prerenderer.setup?.();
          // Astro would import the module of a kind of pages anew for each page, which takes a second for 6,200.
          const { pageMap } = (prerenderer as unknown as { app: { manifest: { pageMap: Map<string, () => unknown> } } })
            .app.manifest;
          for (const [component, load] of pageMap) {
            let loaded: unknown;
            pageMap.set(component, () => (loaded ??= load()));
          }
        },
        async render(request, options) {
          const rendered = await prerenderer.render(request, options);
          return rendered instanceof Response
            ? finish(rendered)
            : { ...rendered, response: await finish(rendered.response) };
        },
      })),
  },
});
