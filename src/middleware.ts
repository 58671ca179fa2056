import { defineMiddleware } from 'astro:middleware';
import { withPolicy } from './policy.ts';

/** Scripts wait until the page is read; a browser that hears so fetches the page's own bytes first. */
const later = (html: string): string =>
  html.replaceAll('<script type="module" src', '<script type="module" fetchpriority="low" src');

/** Gives each page its Content-Security-Policy while it is built; `astro dev` needs inline scripts of its own. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (import.meta.env.DEV || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(withPolicy(later(await response.text())), response);
});
