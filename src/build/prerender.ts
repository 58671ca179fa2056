import { Worker } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';

// How a build makes its pages: each is finished by a thread of its own (`finish.ts`), while Astro renders the next.
// `astro dev` needs inline scripts of its own and does without.

type Bytes = Uint8Array<ArrayBuffer>;

const NodeResponse = globalThis.Response;

/** Astro asks only whether there is one. */
const BODY = new Blob([]).stream();

/** A response that keeps its bytes: Node's would pass those of a page through a stream, which takes as long as to make them. */
class Page extends NodeResponse {
  /** Null where the body is anything else, which Node's response holds. */
  held: Bytes | Promise<Bytes> | null;

  constructor(body?: BodyInit | null, init?: ResponseInit) {
    // Not a part of a larger buffer, which would be sent whole.
    const whole = body instanceof Uint8Array && body.byteLength === body.buffer.byteLength;
    const bytes = whole ? (body as Bytes) : null;
    super(bytes ? null : body, init);
    this.held = bytes;
  }

  override get body(): Response['body'] {
    return this.held ? BODY : super.body;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return this.held ? (await this.held).buffer : super.arrayBuffer();
  }

  /** It stands for Node's, which `Response.json` still makes. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof NodeResponse;
  }
}

/** The thread that finishes pages, in the order in which it gets them. */
class Finisher {
  readonly #worker = new Worker(new URL('finish.ts', import.meta.url));
  readonly #waiting: PromiseWithResolvers<Bytes>[] = [];

  constructor() {
    this.#worker.on('message', (bytes: Bytes) => this.#waiting.shift()!.resolve(bytes));
    this.#worker.on('error', (error) => {
      for (const page of this.#waiting.splice(0)) page.reject(error);
    });
  }

  /** @returns the response as it is; of a page, one that holds the finished page when that is there */
  async finish(response: Response): Promise<Response> {
    if (!response.headers.get('content-type')?.startsWith('text/html')) return response;
    const held = 'held' in response ? await (response as Page).held : null;
    const made = held ?? new Uint8Array(await response.arrayBuffer());
    const page = held ? (response as Page) : new Page(made, response);
    const finished = Promise.withResolvers<Bytes>();
    this.#waiting.push(finished);
    this.#worker.postMessage(made, [made.buffer]);
    page.held = finished.promise;
    return page;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }
}

/** @returns the integration for Astro that finishes each page of a build */
export const prerender = (): AstroIntegration => ({
  name: 'prerender',
  hooks: {
    'astro:build:start': ({ setPrerenderer }) =>
      setPrerenderer((prerenderer) => {
        const finisher = new Finisher();
        return {
          ...prerenderer,
          async setup() {
            globalThis.Response = Page;
            await prerenderer.setup?.();
            // Astro would import the module of a kind of pages anew for each page, which takes a second for 6,200.
            const { pageMap } = (
              prerenderer as unknown as { app: { manifest: { pageMap: Map<string, () => unknown> } } }
            ).app.manifest;
            for (const [component, load] of pageMap) {
              let loaded: unknown;
              pageMap.set(component, () => (loaded ??= load()));
            }
          },
          async render(request, options) {
            const rendered = await prerenderer.render(request, options);
            return rendered instanceof Response
              ? finisher.finish(rendered)
              : { ...rendered, response: await finisher.finish(rendered.response) };
          },
          async teardown() {
            await prerenderer.teardown?.();
            await finisher.end();
            globalThis.Response = NodeResponse;
          },
        };
      }),
  },
});
