import { test } from 'node:test';
import { expect } from '@playwright/test';
import { readSettings } from '../../src/settings.ts';

test('every setting has a default', () => {
  expect(readSettings({})).toEqual({
    siteUrl: 'https://sip-codes.example',
    basePath: '/',
    repoUrl: 'https://git.example/sip-codes',
    indexTiers: [1, 2],
    outDir: 'dist',
    offline: true,
    packageName: '',
  });
});

test('a setting that is right is brought into the form that the code uses', () => {
  expect(
    readSettings({
      SITE_URL: 'https://コード.example:8443/',
      BASE_PATH: 'docs/sip-codes',
      REPO_URL: 'https://github.com/owner/sip-codes/',
      INDEX_TIERS: '1',
      OUT_DIR: '/srv/www/site',
      OFFLINE: '0',
      PACKAGE_NAME: '@owner/sip-codes',
    }),
  ).toEqual({
    siteUrl: 'https://xn--tck1byi.example:8443',
    basePath: '/docs/sip-codes/',
    repoUrl: 'https://github.com/owner/sip-codes',
    indexTiers: [1],
    outDir: '/srv/www/site',
    offline: false,
    packageName: '@owner/sip-codes',
  });
});

test('hosts without a domain and odd but plain values are taken', () => {
  for (const host of ['localhost', 'localhost:8080', '127.0.0.1:8080', '[::1]:8080', 'a-b.x.example', '1.example'])
    expect(readSettings({ SITE_URL: `http://${host}` }).siteUrl).toBe(`http://${host}`);
  expect(readSettings({ SITE_URL: 'HTTPS://X.example' }).siteUrl).toBe('https://x.example');
  for (const OUT_DIR of ['my site', '../site', 'a~', 'C:\\site'])
    expect(readSettings({ OUT_DIR }).outDir).toBe(OUT_DIR);
  expect(readSettings({ PACKAGE_NAME: '@owner/http' }).packageName).toBe('@owner/http');
});

const WRONG: Record<string, string[]> = {
  SITE_URL: [
    '',
    'sip.example.org',
    'ftp://sip.example.org',
    'https://x.example/docs/',
    'https://x.example/?a',
    'https://me:pw@x.example',
    'javascript:alert(1)',
    'https:x.example',
    'https:/x.example',
    'https:///x.example',
    'https:\\\\x.example',
    'https://x.example\\',
    'https://*',
    'https://*.example',
    'https://.',
    'https://x..example',
    'https://-x.example',
    'https://x"y',
    "https://x'y",
    'https://1',
    'https://0x7f.1',
    ' https://x.example',
    'https://x.example\n',
  ],
  BASE_PATH: ['', '/a b/', '/a/../b/', '..', '/a"b/', 'https://x.example/', '/a?b/'],
  REPO_URL: [
    '',
    'javascript:alert(1)',
    'http://git.example/x',
    'git@git.example:x',
    'https://git.example/x#y',
    'git.example/x',
    'https:github.com/x',
    'https://github.com',
    'https://github.com//',
    'https://*/x',
  ],
  INDEX_TIERS: ['', 'banana', '0', '1,4', '1,,2', '1;2', '2,2', '12'],
  OUT_DIR: [
    '',
    '  ',
    'a\0b',
    ' dist',
    'dist ',
    'dist\n',
    'a\nb',
    '~',
    '~/dist',
    '~me/dist',
    'file:///srv/www',
    's3://site',
  ],
  OFFLINE: ['', 'off', 'false', '2', '01'],
  PACKAGE_NAME: ['SIP', '@owner', 'a b', '../x', '.x', 'node_modules', 'favicon.ico', 'http', 'a'.repeat(215)],
};

for (const [name, values] of Object.entries(WRONG))
  for (const value of values)
    test(`${name}=${JSON.stringify(value)} is refused by name, with what is expected and an example`, () => {
      const message = new RegExp(`^${name} is ".*"; expected .+, for example .+$`);
      expect(() => readSettings({ [name]: value })).toThrow(message);
    });

test('all wrong settings are reported at once, without a stack trace', () => {
  let error: Error | undefined;
  try {
    readSettings({ REPO_URL: 'javascript:alert(1)', INDEX_TIERS: 'banana' });
  } catch (thrown) {
    error = thrown as Error;
  }
  expect(error?.message.split('\n').map((line) => line.split(' ')[0])).toEqual(['REPO_URL', 'INDEX_TIERS']);
  expect(error?.stack).toBe('');
});
