import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { expect } from '@playwright/test';
import { policyOf, withPolicy } from '../../../src/integrations/policy.ts';

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (head: string, body = '') => `<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`;

test('a page without script and style may do nothing', () => {
  expect(policyOf(page('<title>487</title>'))).toBe(
    "default-src 'none'; base-uri 'none'; img-src 'self'; form-action 'none'",
  );
});

test('each inline style and script is allowed by its hash, text for text, and no other', () => {
  const policy = policyOf(page('<style>a{}</style><script type="speculationrules">{"prefetch":[]}</script>'));
  expect(policy).toContain(`style-src ${hash('a{}')};`);
  expect(policy).toContain(`script-src ${hash('{"prefetch":[]}')};`);
  expect(policy).not.toContain('unsafe');
  expect(policy).not.toContain("script-src 'self'");
});

test('a style sheet of the site is allowed next to the inline styles', () => {
  const policy = policyOf(page('<link rel="stylesheet" media="print" href="/_astro/print.css"><style>a{}</style>'));
  expect(policy).toContain(`style-src 'self' ${hash('a{}')};`);
});

test('data blocks need no permission', () => {
  expect(policyOf(page('<script type="application/ld+json">{}</script>'))).not.toContain('script-src');
});

test('a script of the site brings what it needs: itself, its data, WebAssembly, one Trusted Types policy', () => {
  const policy = policyOf(page('', '<form></form><script type="module" src="/_astro/a.js"></script>'));
  for (const part of [
    "script-src 'self' 'wasm-unsafe-eval'",
    "connect-src 'self'",
    "worker-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types sip-codes',
    "form-action 'self'",
  ])
    expect(policy.split('; ')).toContain(part);
});

test('a script that loads modules later is allowed by its hash, and brings the same', () => {
  const policy = policyOf(page('', '<script data-modules="/_astro/a.js">import(1)</script>'));
  expect(policy).toContain(`script-src 'self' 'wasm-unsafe-eval' ${hash('import(1)')};`);
  expect(policy).toContain("require-trusted-types-for 'script'");
});

test('the policy comes before everything that it is for', () => {
  expect(withPolicy(page('<meta charset="utf-8"><style>$&</style>'))).toMatch(
    /<head><meta http-equiv="Content-Security-Policy" content="[^"]+"><meta charset="utf-8"><style>\$&</,
  );
});
