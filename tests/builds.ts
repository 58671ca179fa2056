/** The two builds that are tested: at the root of an origin, and under a base path. */
export interface Build {
  dir: string;
  site: string;
  base: string;
  port: number;
  url: string;
}

const build = (dir: string, site: string, base: string, port: number): Build => ({
  dir,
  site,
  base,
  port,
  url: `http://127.0.0.1:${port}${base}`,
});

const PORT = Number(process.env.TEST_PORT ?? 4381);

export const BUILDS = {
  root: build('dist', 'https://sip-codes.example', '/', PORT),
  base: build('dist-base', 'https://docs.example.org', '/sip-codes/', PORT + 1),
};
