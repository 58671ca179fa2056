import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { prerender } from './src/build/prerender.ts';

// SITE_URL and BASE_PATH set origin and base path of every link, canonical, sitemap and search result.
export default defineConfig({
  site: process.env.SITE_URL ?? 'https://sip-codes.example',
  base: process.env.BASE_PATH ?? '/',
  outDir: process.env.OUT_DIR ?? 'dist',
  trailingSlash: 'always',
  integrations: [mdx(), prerender()],
  // One request before first paint: the style sheet is small enough to stand in the page.
  // So many pages in flight that Astro never waits for the one that is being finished or written.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  devToolbar: { enabled: false },
  // OFFLINE=0 builds a site without service worker.
  vite: {
    // Of BudouX only its parser: in the bundle, what it has for browsers falls away.
    ssr: { noExternal: ['budoux'] },
    define: { 'import.meta.env.OFFLINE': JSON.stringify(process.env.OFFLINE !== '0') },
    // Every page names its scripts: by short names.
    environments: {
      client: {
        build: { rollupOptions: { output: { entryFileNames: '_astro/[hash].js' } } },
      },
    },
  },
});
