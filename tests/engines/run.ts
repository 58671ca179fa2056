import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { BUILDS } from '../builds.ts';
import type { Driver } from './driver.ts';
import { firefox } from './firefox.ts';
import { JOURNEYS, type Host } from './journeys.ts';
import { webkit } from './webkit.ts';

// `npm run test:browsers`: the journeys of readers in Debian's Firefox and in WebKitGTK, neither of which Playwright drives.
// Installs what is missing as root, and says what was not run. `-- firefox`, `-- copy`: only those with that in their names.

const { dir, port } = BUILDS.root;
const WEBDRIVER_PORT = port + 20;
const FIRST_PORT = port + 21;

const fileOf = (...paths: string[]): string | undefined => paths.find((path) => existsSync(path));
const firefoxPath = () => fileOf('/usr/bin/firefox-esr', '/usr/bin/firefox');
/** The small browser of WebKitGTK, in a folder that Debian names by the processor */
const miniBrowser = () =>
  fileOf(
    ...(existsSync('/usr/lib') ? readdirSync('/usr/lib') : []).flatMap((folder) =>
      ['webkitgtk-6.0', 'webkit2gtk-4.1'].map((name) => join('/usr/lib', folder, name, 'MiniBrowser')),
    ),
  );

interface Engine {
  name: string;
  packages: string[];
  /** The files that it takes; undefined for those that are missing. */
  needs: () => (string | undefined)[];
  start: () => Promise<Driver>;
}
const ENGINES: Engine[] = [
  {
    name: 'Firefox',
    packages: ['firefox-esr', 'fonts-noto-cjk'],
    needs: () => [firefoxPath()],
    start: () => firefox(firefoxPath()!),
  },
  {
    name: 'WebKitGTK',
    packages: ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'xvfb', 'xauth', 'fonts-noto-cjk'],
    needs: () => [miniBrowser(), fileOf('/usr/bin/WebKitWebDriver'), fileOf('/usr/bin/xvfb-run')],
    start: () => webkit(miniBrowser()!, WEBDRIVER_PORT),
  },
];

/** Whether the engine can be started; installs it where that is possible */
function there({ needs, packages }: Engine): boolean {
  const whole = () => !needs().includes(undefined);
  if (!whole() && existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-q'], { stdio: 'inherit' });
    spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], { stdio: 'inherit' });
  }
  return whole();
}

/** The built site on a port, as a plain host has it; `stop` takes the host away, as a lost network does */
function hostAt(own: number): Host {
  const url = `http://127.0.0.1:${own}/`;
  let running: ChildProcess | null = null;
  const answers = () =>
    fetch(url).then(
      () => true,
      () => false,
    );
  const wait = async (wanted: boolean) => {
    while ((await answers()) !== wanted) await new Promise((done) => setTimeout(done, 50));
  };
  return {
    url,
    start: () => {
      running = spawn(process.execPath, ['tests/serve.ts', dir, '/', String(own)], { stdio: 'inherit' });
      return wait(true);
    },
    stop: () => {
      running?.kill();
      return wait(false);
    },
  };
}

if (!existsSync(join(dir, 'index.html'))) throw new Error(`There is no build in ${dir}/. Run npm run build first.`);

const only = process.argv.slice(2).map((word) => word.toLowerCase());
const notRun: string[] = [];
let failed = 0;
let at = FIRST_PORT;
for (const engine of ENGINES) {
  const wanted = Object.entries(JOURNEYS).filter(([name]) =>
    only.every((word) => `${engine.name} ${name}`.toLowerCase().includes(word)),
  );
  if (wanted.length === 0) continue;
  if (!there(engine)) {
    notRun.push(`${engine.name}, which wants the packages ${engine.packages.join(' ')} (apt-get, as root)`);
    continue;
  }
  let passed = 0;
  const driver = await engine.start();
  for (const [name, journey] of wanted) {
    // An origin of its own for each: what a browser keeps belongs to the origin.
    const host = hostAt(at++);
    await host.start();
    try {
      await journey(driver, host);
      passed += 1;
      console.log(`✓ ${engine.name}: ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`✗ ${engine.name}: ${name}\n  ${(error as Error).message}`);
    } finally {
      await host.stop();
    }
  }
  await driver.close();
  console.log(`${engine.name}: ${passed} of ${wanted.length} journeys\n`);
}
notRun.push('Safari itself and phones', 'windows narrower than 447 px in WebKitGTK, whose window gets no narrower');
for (const one of notRun) console.log(`- Not run: ${one}.`);
process.exitCode = failed > 0 ? 1 : 0;
