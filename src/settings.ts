import { builtinModules } from 'node:module';

// The settings of a build, from the environment. Every module that needs one takes it from here, so a wrong value stops
// every command in the same way.

/** What can be set; docs/deploy.md has the names in the environment. */
export interface Settings {
  /** Origin of the site, without "/" at the end: `https://sip-codes.example`. */
  siteUrl: string;
  /** Path that the site lives under, with "/" at both ends: `/`, `/sip-codes/`. */
  basePath: string;
  /** Repository that "Correct this page" leads to, without "/" at the end. */
  repoUrl: string;
  /** Tiers of comparisons that search engines may index. */
  indexTiers: number[];
  /** Folder of the built site, as it was given. */
  outDir: string;
  /** Whether the site has a service worker. */
  offline: boolean;
  /** Name of the package in the registry of npm; empty as long as nobody owns one, and then nothing shows it. */
  packageName: string;
}

/** How one setting is read: null from `read` means that the value is wrong. */
interface Setting<T> {
  fallback: string;
  expected: string;
  example: string;
  read: (value: string) => T | null;
}

/** An address in full: programs that read "https:host" or "https:///host" do not agree on it. */
function url(value: string, protocols: string[]): URL | null {
  if (!/^\w+:\/\/[^/\\?#\s]+(\/[^\\?#\s]*)?$/.test(value) || !URL.canParse(value)) return null;
  const parsed = new URL(value);
  const plain = !parsed.username && !parsed.password && isHost(parsed.hostname, value);
  return plain && protocols.includes(parsed.protocol) ? parsed : null;
}

/** Whether a host is a name or an IP address that was written in full: a browser takes "1" for 0.0.0.1. */
function isHost(host: string, given: string): boolean {
  if (/^\d+(\.\d+){3}$/.test(host)) return given.includes(host);
  return (
    host.startsWith('[') || host.split('.').every((label) => /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/.test(label))
  );
}

const withoutSlash = (text: string): string => text.replace(/\/+$/, '');

function readSiteUrl(value: string): string | null {
  const parsed = url(value, ['http:', 'https:']);
  return parsed?.pathname === '/' ? parsed.origin : null;
}

function readBasePath(value: string): string | null {
  const names = value.split('/').filter((name) => name !== '');
  const good = value !== '' && names.every((name) => /^[\w~-][\w.~-]*$/.test(name));
  return good ? ['', ...names, ''].join('/') : null;
}

function readRepoUrl(value: string): string | null {
  const parsed = url(value, ['https:']);
  return parsed && withoutSlash(parsed.pathname) !== '' ? withoutSlash(parsed.href) : null;
}

/** A shell would read "~" as a home folder, but it is not one here. */
const readOutDir = (value: string): string | null =>
  value === '' || value !== value.trim() || /[\0-\x1f\x7f]|^~|^[a-z][a-z\d+.-]*:\/\//i.test(value) ? null : value;

/** https://docs.npmjs.com/cli/configuring-npm/package-json#name; npm keeps the names of modules of Node for Node. */
const readPackageName = (value: string): string | null => {
  const good = /^((@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*)?$/.test(value) && value.length <= 214;
  return good && !['node_modules', 'favicon.ico', ...builtinModules].includes(value) ? value : null;
};

const readIndexTiers = (value: string): number[] | null => {
  const tiers = value.split(',');
  const good = tiers.every((tier) => /^[123]$/.test(tier)) && new Set(tiers).size === tiers.length;
  return good ? tiers.map(Number) : null;
};

const SETTINGS = {
  SITE_URL: {
    fallback: 'https://sip-codes.example',
    expected: 'an origin: http:// or https:// and a host, without a path',
    example: 'https://sip.example.org',
    read: readSiteUrl,
  } satisfies Setting<string>,
  BASE_PATH: {
    fallback: '/',
    expected: 'a path of letters, digits, ".", "_", "~" and "-" that does not climb with ".."',
    example: '/sip-codes/',
    read: readBasePath,
  } satisfies Setting<string>,
  REPO_URL: {
    fallback: 'https://git.example/sip-codes',
    expected: 'the address of a repository: https://, a host and a path',
    example: 'https://github.com/owner/sip-codes',
    read: readRepoUrl,
  } satisfies Setting<string>,
  INDEX_TIERS: {
    fallback: '1,2',
    expected: 'the tiers 1, 2 and 3, each at most once, with commas between them',
    example: '1,2',
    read: readIndexTiers,
  } satisfies Setting<number[]>,
  OUT_DIR: {
    fallback: 'dist',
    expected: 'the path of a folder, without blanks around it, line breaks, "~" in front or "://"',
    example: 'dist',
    read: readOutDir,
  } satisfies Setting<string>,
  OFFLINE: {
    fallback: '1',
    expected: '1 for a service worker or 0 for none',
    example: '0',
    read: (value) => (/^[01]$/.test(value) ? value === '1' : null),
  } satisfies Setting<boolean>,
  PACKAGE_NAME: {
    fallback: '',
    expected: 'a name of a package that you own in the registry of npm, or nothing',
    example: '@owner/sip-codes',
    read: readPackageName,
  } satisfies Setting<string>,
};

/**
 * An error that the person who runs a command can fix without looking at code; it is shown without a stack trace.
 *
 * @param message what is wrong, and what is expected
 */
export function plainError(message: string): Error {
  const error = new Error(message);
  error.stack = '';
  return error;
}

/**
 * Reads and checks the settings of a build.
 *
 * @param env variables, as in `process.env`; one that is missing has its default
 * @returns every setting in the form that the code uses
 * @throws Error that lists every wrong variable with its value, what is expected, and an example
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const problems: string[] = [];
  function value<T>(name: keyof typeof SETTINGS, { fallback, expected, example, read }: Setting<T>): T {
    const given = env[name] ?? fallback;
    const found = read(given);
    if (found === null)
      problems.push(`${name} is ${JSON.stringify(given)}; expected ${expected}, for example ${example}`);
    return found as T;
  }
  const found: Settings = {
    siteUrl: value('SITE_URL', SETTINGS.SITE_URL),
    basePath: value('BASE_PATH', SETTINGS.BASE_PATH),
    repoUrl: value('REPO_URL', SETTINGS.REPO_URL),
    indexTiers: value('INDEX_TIERS', SETTINGS.INDEX_TIERS),
    outDir: value('OUT_DIR', SETTINGS.OUT_DIR),
    offline: value('OFFLINE', SETTINGS.OFFLINE),
    packageName: value('PACKAGE_NAME', SETTINGS.PACKAGE_NAME),
  };
  if (problems.length > 0) throw plainError(problems.join('\n'));
  return found;
}

export const settings: Settings = readSettings(process.env);
