// Addresses that content leads to outside the site.

/**
 * Judges an address of another site before a reader may be led there.
 *
 * @param url as written
 * @returns what is wrong, with the fix; null for an encrypted address of a public host, without name and password
 */
export function webFault(url: string): string | null {
  const expected = 'expected an encrypted address such as https://example.com/page';
  if (!URL.canParse(url)) return `${expected}. Correct it`;
  const { protocol, hostname, username, password, port } = new URL(url);
  if (protocol !== 'https:' || !/^https:\/\/[^\s/]/.test(url)) return `${expected}. Correct it`;
  if (username !== '' || password !== '') return 'expected no name and password before the host. Remove them';
  if (port !== '' || !/^[a-z0-9.-]+\.[a-z][a-z0-9-]+$/.test(hostname))
    return 'expected the name of a public host. Correct it';
  return null;
}
