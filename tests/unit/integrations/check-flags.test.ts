import { test } from 'node:test';
import { expect } from '@playwright/test';
import { flagProblems } from '../../../src/integrations/check-flags.ts';

const SETTINGS = { siteUrl: 'https://docs.example.org', basePath: '/sip-codes/' };

test('flags that say what the settings say are taken', () => {
  for (const base of ['/sip-codes/', '/sip-codes', 'sip-codes'])
    for (const site of ['https://docs.example.org', 'https://docs.example.org/'])
      expect(flagProblems({ site, base }, SETTINGS)).toEqual([]);
});

test('flags that contradict the settings are refused, with the setting to use', () => {
  expect(flagProblems({ site: 'https://x.example', base: '/x/' }, SETTINGS)).toEqual([
    '--base is "/x/", but BASE_PATH is /sip-codes/; expected no such flag. Set BASE_PATH=/x/ instead',
    '--site is "https://x.example", but SITE_URL is https://docs.example.org; expected no such flag. Set SITE_URL=https://x.example instead',
  ]);
  expect(flagProblems({ site: 'https://docs.example.org/a/', base: '/' }, SETTINGS)).toHaveLength(2);
});
