import { spawn } from 'node:child_process';
import type { Driver } from './driver.ts';

/** How WebDriver names an element in its answers (W3C WebDriver §12). */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Starts WebKitGTK with its small browser under a screen of its own, by WebDriver */
export async function webkit(browser: string, port: number): Promise<Driver> {
  const process_ = spawn('xvfb-run', ['-a', 'WebKitWebDriver', `--port=${port}`], { stdio: 'ignore', detached: true });
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
    });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } | null };
    if (!answer.ok) throw new Error(`WebDriver, ${method} ${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  const end = () => process.kill(-process_.pid!);
  for (let tries = 0; ; tries += 1) {
    if (await ask('GET', '/status').catch(() => false)) break;
    if (tries === 100) {
      end();
      throw new Error('WebKitWebDriver did not start');
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  const { sessionId } = (await ask('POST', '/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } } },
  })) as { sessionId: string };
  const at = (path: string) => `/session/${sessionId}${path}`;
  const element = async (selector: string): Promise<string> => {
    const found = await ask('POST', at('/element'), { using: 'css selector', value: selector });
    return at(`/element/${(found as Record<string, string>)[ELEMENT]}`);
  };
  const write = async (selector: string, text: string) =>
    void (await ask('POST', `${await element(selector)}/value`, { text }));
  return {
    open: async (url) => void (await ask('POST', at('/url'), { url })),
    evaluate: (expression) =>
      ask('POST', at('/execute/async'), {
        script: `const done = arguments[arguments.length - 1]; Promise.resolve(${expression}).then(done, (error) => done(String(error)));`,
        args: [],
      }),
    click: async (selector) => void (await ask('POST', `${await element(selector)}/click`, {})),
    // The key Enter has a character of its own (§17.4.2).
    type: (selector, text) => write(selector, text.replaceAll('\n', '\ue007')),
    // Control stays pressed until the end of the text (§17.4.2).
    control: (selector, letters) => write(selector, `\ue009${letters}`),
    choose: write,
    close: async () => {
      await ask('DELETE', at('')).catch(() => null);
      end();
    },
  };
}
