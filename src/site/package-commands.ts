import { settings } from '../settings.ts';

/** How the package is made and used: from the registry once somebody owns a name there, else from a checkout of the site. */
export function packageCommands(): string[] {
  const { packageName } = settings;
  if (packageName)
    return [`npm install ${packageName}`, `npx ${packageName} 487`, `npx ${packageName} decode trace.pcap --redact`];
  return [
    'npm ci && npm run package',
    'node dist-package/cli.js 487',
    'node dist-package/cli.js 302 487 --lang ja',
    'node dist-package/cli.js decode trace.pcap --redact',
  ];
}
