// What a journey needs of a browser, whatever drives it.

/** A browser with one window. */
export interface Driver {
  open: (url: string) => Promise<void>;
  /** The value of an expression in the page, as JSON. */
  evaluate: (expression: string) => Promise<unknown>;
  click: (selector: string) => Promise<void>;
  /** Types into a field; `\n` is Enter. */
  type: (selector: string, text: string) => Promise<void>;
  /** Presses Control with each of these letters, in a field. */
  control: (selector: string, letters: string) => Promise<void>;
  /** Chooses a file in a field for files. */
  choose: (selector: string, path: string) => Promise<void>;
  close: () => Promise<void>;
}

const PATIENCE_MS = 30_000;

/**
 * Waits until an expression holds in the page; while the next page is loading there is nothing to ask.
 *
 * @param what is waited for, for the message
 * @throws Error if it does not hold in time, with what the page says instead
 */
export async function until(driver: Driver, expression: string, what: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (await driver.evaluate(`Boolean(${expression})`).catch(() => false)) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  const there = await driver.evaluate('location.href + " " + document.title').catch(String);
  throw new Error(`${what} did not come; the window is at ${String(there)}`);
}
