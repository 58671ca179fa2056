import { scriptUrl } from './trusted-types.ts';

/**
 * Registers the service worker, after the page has loaded. Not for readers who save data: what is kept is 45 KB.
 *
 * @param base the base path of the build
 */
export function keepOffline(base: string): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  // Not there on plain HTTP, nor in some private windows.
  if (!('serviceWorker' in navigator) || connection?.saveData) return;
  const register = () =>
    void navigator.serviceWorker
      .register(scriptUrl(`${base}sw.js`), { scope: base, updateViaCache: 'none' })
      // Without it the site works as before, with a network.
      .catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}
