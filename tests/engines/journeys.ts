import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { until, type Driver } from './driver.ts';

// What readers do, once in each engine. Looks and details are tested in Chromium (tests/browser).

/** The host of a journey; it can be taken away. */
export interface Host {
  /** Ends with "/". */
  url: string;
  start: () => Promise<void>;
  stop: () => Promise<void>;
}
type Journey = (driver: Driver, host: Host) => Promise<void>;

const READY = `!document.querySelector('script[data-modules]')`;
const go = async (driver: Driver, url: string): Promise<void> => {
  await driver.open(url);
  // Scripts come after the first paint.
  await until(driver, READY, 'the script of the page');
};
const heading = (text: string) => `document.querySelector('h1')?.textContent.includes(${JSON.stringify(text)})`;
const contains = (selector: string, text: string) =>
  `document.querySelector(${JSON.stringify(selector)})?.textContent.includes(${JSON.stringify(text)})`;
const option = (first: string) => `document.querySelector('[role=option]')?.pathname === ${JSON.stringify(first)}`;
const path = (wanted: string) => `location.pathname === ${JSON.stringify(wanted)}`;

const search = async (driver: Driver, home: string, query: string, result: string): Promise<void> => {
  await go(driver, home);
  await driver.click('form.search input');
  await until(driver, `document.querySelector('#search-input')`, 'the search');
  await driver.type('#search-input', query);
  await until(driver, option(result), result);
  await driver.type('#search-input', '\n');
  await until(driver, path(result), `the page ${result}`);
};

const EXAMPLE = readFileSync('public/decode/example.txt', 'utf8');
const RESULT = '[data-list="outcomes"]';
const FIELD = '#decoder textarea';
/** Pastes the example as a reader does, from the clipboard into the empty field, which starts the decoder. */
const paste = async (driver: Driver, explained: string): Promise<void> => {
  await driver.evaluate(`document.querySelector('${FIELD}').value = ${JSON.stringify(EXAMPLE)}`);
  await driver.control(FIELD, 'axv');
  await until(driver, contains(RESULT, explained), 'the explanation');
};

/** By name. */
export const JOURNEYS: Record<string, Journey> = {
  search: (driver, { url }) => search(driver, url, '487 302', '/sip/302-vs-487/'),
  comparison: async (driver, { url }) => {
    await go(driver, `${url}sip/302-vs-487/`);
    await until(driver, heading('302'), 'the comparison');
    if (await driver.evaluate('document.documentElement.scrollWidth > innerWidth'))
      throw new Error('The page is wider than the window');
  },
  'compare form': async (driver, { url }) => {
    await go(driver, `${url}sip/compare/`);
    await driver.type('form[data-pick-pair] [name=a]', '487');
    await driver.type('form[data-pick-pair] [name=b]', '302');
    await driver.click('form[data-pick-pair] [type=submit]');
    await until(driver, path('/sip/302-vs-487/'), 'the comparison');
  },
  'decoder, pasted': async (driver, { url }) => {
    await go(driver, `${url}decode/`);
    await paste(driver, 'cancelled after 20.0 s');
  },
  'decoder, file': async (driver, { url }) => {
    await go(driver, `${url}decode/`);
    await driver.choose('#decoder [type=file]', resolve('tests/fixtures/trace/cancelled/capture.pcapng'));
    await until(driver, contains('[data-part="status"]', '7 SIP messages'), 'the messages of the file');
  },
  redact: async (driver, { url }) => {
    await go(driver, `${url}decode/`);
    await paste(driver, 'cancelled after 20.0 s');
    await until(driver, contains('#decoder', '192.0.2.10'), 'the address of the trace');
    await driver.click('#decoder [type=checkbox]');
    await until(driver, contains('[data-part="status"]', 'were replaced'), 'what was replaced');
    const shown = String(await driver.evaluate(`document.querySelector('[data-part="result"]').textContent`));
    if (/192\.0\.2\.10|12025550142|[Aa]lice/.test(shown)) throw new Error('Redacted, and still shown');
  },
  copy: async (driver, { url }) => {
    await go(driver, `${url}sip/487/`);
    await driver.click('.ticket button[value=text]');
    await until(driver, contains('.copied', 'copied'), 'the word of the copy');
    await driver.click('form.search input');
    await until(driver, `document.querySelector('#search-input')`, 'the search');
    await driver.control('#search-input', 'v');
    await until(
      driver,
      `document.querySelector('#search-input').value.includes('SIP 487 Request Terminated')`,
      'the copy',
    );
  },
  'unknown address': async (driver, { url }) => {
    await go(driver, `${url}sip/nonsense/`);
    await until(driver, `document.querySelector('#nearest')`, 'the page for an unknown address');
  },
  offline: async (driver, { url, stop }) => {
    await go(driver, `${url}sip/487/`);
    await until(driver, `navigator.serviceWorker?.controller?.state === 'activated'`, 'the service worker');
    await stop();
    await go(driver, `${url}sip/487/`);
    await until(driver, heading('487'), 'the page that was opened before');
    await driver.click('form.search input');
    await driver.type('#search-input', '486');
    await until(driver, option('/sip/486/'), '/sip/486/');
    await driver.type('#search-input', '\n');
    await until(driver, heading('No network'), 'the word that the page is not there without a network');
  },
  Japanese: async (driver, { url }) => {
    await go(driver, `${url}sip/302-vs-487/`);
    await driver.click('a.language');
    await until(
      driver,
      `${path('/ja/sip/302-vs-487/')} && document.documentElement.lang === 'ja'`,
      'the page in Japanese',
    );
    await search(driver, `${url}ja/`, '話し中', '/ja/sip/486/');
    await go(driver, `${url}ja/decode/`);
    await paste(driver, '呼び出した後、');
  },
};
