import { request, type IncomingHttpHeaders } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

// One question to a host, and what every answer has to bring.

/** An answer as it came. */
export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

/** One request as it is, without following or unpacking */
export const ask = (url: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request(url, { headers, method, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(parts) }),
      );
    })
      .on('error', reject)
      .end();
  });

/** The headers that `_headers` gives to every file of a build, by name in lower case */
export const everywhere = (dir: string): [string, string][] => {
  const [first] = readFileSync(join(dir, '_headers'), 'utf8').split('\n\n');
  return [...first!.matchAll(/^ {2}([^:]+): (.*)$/gm)].map(([, name, value]) => [name!.toLowerCase(), value!]);
};
