import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { checkContent } from './src/integrations/check-content.ts';
import { checkFlags } from './src/integrations/check-flags.ts';
import { finishPages } from './src/integrations/finish-pages.ts';
import { hostFiles } from './src/integrations/host-files.ts';
import { outputFolder } from './src/integrations/output-folder.ts';
import { previews } from './src/integrations/previews.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { serviceWorker } from './src/integrations/service-worker.ts';
import { settings } from './src/settings.ts';

export default defineConfig({
  site: settings.siteUrl,
  base: settings.basePath,
  outDir: settings.outDir,
  trailingSlash: 'always',
  // What a build does, in this order: the first steps before the pages are made, the others when they are there.
  integrations: [
    mdx(),
    checkFlags(),
    checkContent(),
    finishPages(),
    previews(),
    searchIndex(),
    serviceWorker(),
    hostFiles(),
    // Last: what it puts in its place has to be whole.
    outputFolder(),
  ],
  // One request before first paint: the style sheet is small enough to be part of the page. With 16 pages at a time the build
  // takes 0.7 of the time that it takes with one.
  build: { inlineStylesheets: 'always', concurrency: 16 },
  devToolbar: { enabled: false },
  vite: {
    // The worker of the decoder loads the words of one language, and what reads captures when one comes.
    worker: {
      format: 'es',
      rolldownOptions: { output: { chunkFileNames: '_astro/decode-worker-[name]-[hash].js' } },
    },
    // Else a warning of ten lines for every MDX entry, about a directive that Astro itself writes.
    build: { rolldownOptions: { checks: { moduleLevelDirective: false } } },
    define: { 'import.meta.env.OFFLINE': JSON.stringify(settings.offline) },
  },
});
