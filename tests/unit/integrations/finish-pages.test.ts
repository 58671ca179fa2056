import { test } from 'node:test';
import { expect } from '@playwright/test';
import { finishPage } from '../../../src/integrations/finish-pages.ts';
import { policyOf } from '../../../src/integrations/policy.ts';

const page = (lang: string, body: string) =>
  `<!DOCTYPE html><html lang="${lang}"><head><title>比較</title></head><body>${body}</body></html>`;

test('modules are loaded by one script at the end, in their order, which the policy allows', () => {
  const html = finishPage(
    page(
      'en',
      '<script type="module" src="/_astro/a.js"></script><p>Text</p><script type="module" src="/_astro/b.js"></script>',
    ),
  );
  expect(html).not.toContain('type="module"');
  expect(html).toMatch(
    /<body><p>Text<\/p><script data-modules="\/_astro\/a\.js \/_astro\/b\.js">[^]*<\/script><\/body><\/html>$/,
  );
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)!;
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[^']+'/);
  expect(policy).toBe(policyOf(html));
});

test('a page without modules gets no script', () => {
  expect(finishPage(page('en', '<p>Text</p>'))).not.toContain('<script');
});

test('headings of Japanese pages get line breaks, those of English pages none', () => {
  const heading = '<h1>2つのSIPレスポンスコードを比較</h1>';
  expect(finishPage(page('ja', heading))).toContain('<h1>2つの<wbr>SIPレスポンスコードを<wbr>比較</h1>');
  expect(finishPage(page('en', heading))).toContain(heading);
});

test('a page without a head is refused: it would have no policy', () => {
  expect(() => finishPage('<!DOCTYPE html><p>Text</p>')).toThrow('has no <head>');
});
