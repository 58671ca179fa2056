import { appendFileSync } from 'node:fs';
import { basename } from 'node:path';

// Loaded into each process of a build by NODE_OPTIONS: writes the most memory that the process had, in MiB.
process.on('exit', () => {
  const file = process.env.PEAK_FILE;
  const what = basename(process.argv[1] ?? '');
  if (file) appendFileSync(file, `${what} ${Math.round(process.resourceUsage().maxRSS / 1024)}\n`);
});
