/** What browsers with Trusted Types offer; TypeScript's library does not know it yet. */
interface Factory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL: (url: string) => string };
}

// The name is in the policy of every page (src/integrations/policy.ts); a page may make it once.
const policy = (window as { trustedTypes?: Factory }).trustedTypes?.createPolicy('sip-codes', {
  createScriptURL: (url) => {
    if (new URL(url, location.href).origin !== location.origin) throw new TypeError(`${url} is not of this site`);
    return url;
  },
});

/** The address of a worker of this site as browsers with Trusted Types want it; throws for any other origin */
export const scriptUrl = (url: string): string => policy?.createScriptURL(url) ?? url;
