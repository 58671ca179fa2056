/** What browsers with Trusted Types offer; TypeScript's library does not know it yet. */
interface Factory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): {
    createScriptURL: (url: string) => string;
  };
}

/**
 * Registers the service worker, after the page has loaded. Not for readers who save data: what is kept is 45 KB.
 *
 * @param base the base path of the build
 */
export function keepOffline(base: string): void {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  // Not there on plain HTTP, nor in some private windows.
  if (!('serviceWorker' in navigator) || connection?.saveData) return;
  const { trustedTypes } = window as { trustedTypes?: Factory };
  // The name is in the policy of every page: src/policy.ts. The policy knows this one address.
  const trusted = trustedTypes?.createPolicy('sip-codes', { createScriptURL: () => `${base}sw.js` });
  const register = () =>
    void navigator.serviceWorker
      .register(trusted?.createScriptURL('') ?? `${base}sw.js`, { scope: base, updateViaCache: 'none' })
      // Without it the site works as before, with a network.
      .catch(() => undefined);
  if (document.readyState === 'complete') register();
  else addEventListener('load', register);
}
