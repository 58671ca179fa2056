import { defineMiddleware } from 'astro:middleware';
import { withPolicy } from './policy.ts';

/** Gives each page its Content-Security-Policy while it is built; `astro dev` needs inline scripts of its own. */
export const onRequest = defineMiddleware(async (_, next) => {
  const response = await next();
  if (import.meta.env.DEV || !response.headers.get('content-type')?.startsWith('text/html')) return response;
  return new Response(withPolicy(await response.text()), response);
});
