/// <reference lib="webworker" />

export {};

// The service worker: pages that were opened, the list of codes and the search stay usable without a network. Whoever
// has a network never gets an old page: pages are asked for first and only then looked up.

/** Filled in by src/integrations/service-worker.ts: changes with whatever is kept besides pages. */
declare const VERSION: string;
/** The base path of the build, with "/" at both ends. */
declare const BASE: string;
/** What is kept for the readers of a language, by what its paths begin with (`ja/`, or nothing): paths behind the base path. */
declare const KEPT: Record<string, string[]>;
/** What is said above a page that comes from here, by the same beginnings of paths. */
declare const STORED: Record<string, string>;

const worker = self as unknown as ServiceWorkerGlobalScope;
// Other sites may live on the same origin, and caches belong to the origin.
const MINE = `sip-codes:${BASE}:`;
/** The same for all readers, complete from the start, renewed as a whole. */
const FIXED = `${MINE}${VERSION}`;
/** Index and texts of the search, as they were needed. */
const FILES = `${MINE}${VERSION}:files`;
/** Pages that were opened; they outlive an update, because a page of yesterday is better than none. */
const PAGES = `${MINE}pages`;
const MOST_PAGES = 50;
const MOST_FILES = 200;

/** The name changes with the content. */
const FINGERPRINTED = /^(_astro|pagefind\/(fragment|index))\/|\.pf_meta$/;
const SEARCH = /^(search|pagefind|decode)\/|^favicon\.svg$/;

/** What the paths of the page's language begin with */
const languageOf = (url: string): string =>
  Object.keys(KEPT).find((start) => start !== '' && new URL(url).pathname.startsWith(BASE + start)) ?? '';

/** Fetches what is kept for a language, unless it is there. */
async function keep(language: string): Promise<void> {
  const cache = await caches.open(FIXED);
  await Promise.all(
    KEPT[language]!.map(async (path) => {
      if (!(await cache.match(BASE + path))) await cache.add(new Request(BASE + path, { cache: 'no-cache' }));
    }),
  );
}

/** Puts an answer into a cache; the oldest go when there are more than `most`. */
async function remember(name: string, key: string, answer: Response, most: number): Promise<void> {
  const cache = await caches.open(name);
  await cache.delete(key);
  await cache.put(key, answer);
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((old) => cache.delete(old)));
}

/** A kept page, which says that it is one: what has changed since then is not in it */
async function stored(kept: Response, language: string): Promise<Response> {
  const html = await kept.text();
  return new Response(html.replace(/<main\b[^>]*>/, `$&<p><strong>${STORED[language]}</strong></p>`), {
    headers: kept.headers,
  });
}

/** From the network; a host that is failing counts as none if there is a copy. */
async function page(event: FetchEvent): Promise<Response> {
  const key = new URL(event.request.url).pathname;
  const language = languageOf(event.request.url);
  const answer = await fetch(event.request).catch(() => undefined);
  if (answer && answer.status < 500) {
    if (answer.ok && answer.headers.get('Content-Type')?.startsWith('text/html'))
      event.waitUntil(Promise.allSettled([remember(PAGES, key, answer.clone(), MOST_PAGES), keep(language)]));
    return answer;
  }
  const kept = (await (await caches.open(PAGES)).match(key)) ?? (await (await caches.open(FIXED)).match(key));
  if (kept) return stored(kept, language);
  if (answer) return answer;
  const offline = await (await caches.open(FIXED)).match(`${BASE}${language}offline/`);
  return offline ? new Response(offline.body, { status: 503, headers: offline.headers }) : Response.error();
}

async function file(event: FetchEvent, path: string): Promise<Response> {
  const lookUp = async () =>
    (await (await caches.open(FIXED)).match(event.request)) ?? (await (await caches.open(FILES)).match(event.request));
  const fingerprinted = FINGERPRINTED.test(path);
  const kept = fingerprinted ? await lookUp() : undefined;
  if (kept) return kept;
  try {
    const answer = await fetch(event.request);
    if (answer.ok) event.waitUntil(remember(FILES, event.request.url, answer.clone(), MOST_FILES));
    return answer;
  } catch (error) {
    const copy = fingerprinted ? undefined : await lookUp();
    if (copy) return copy;
    throw error;
  }
}

worker.addEventListener('install', (event) => {
  const prepare = async () => {
    // The page that brought the worker was loaded without it.
    const open = await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' });
    const mine = open.map(({ url }) => url).filter((url) => url.startsWith(worker.registration.scope));
    await Promise.all([...new Set(mine.map(languageOf))].map(keep));
    const pages = await caches.open(PAGES);
    await Promise.allSettled(mine.map((url) => pages.add(new URL(url).pathname)));
    await worker.skipWaiting();
  };
  event.waitUntil(prepare());
});

worker.addEventListener('activate', (event) => {
  const takeOver = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(MINE));
    await Promise.all(names.filter((name) => ![FIXED, FILES, PAGES].includes(name)).map((name) => caches.delete(name)));
    // Workers of earlier builds switched it on; where the host cannot be reached, Firefox then shows its own error instead
    // of what the worker answers.
    await (worker.registration.navigationPreload as NavigationPreloadManager | undefined)?.disable();
    await worker.clients.claim();
  };
  event.waitUntil(takeOver());
});

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== worker.location.origin || !url.pathname.startsWith(BASE)) return;
  const path = url.pathname.slice(BASE.length);
  if (event.request.mode === 'navigate') event.respondWith(page(event));
  else if (FINGERPRINTED.test(path) || SEARCH.test(path)) event.respondWith(file(event, path));
});
