import { PHRASES } from './phrases.ts';
import { PRODUCTS } from './products.ts';
import { PROTOCOL } from './protocol.ts';
import { RESULTS } from './results.ts';
import { SENTENCE } from './sentence.ts';
import { THINGS } from './things.ts';
import { WHOLE } from './whole.ts';

// What may stay in free text. Everything else of it is replaced: a word that is not in one of these tables may be the name
// of somebody.

/** First column of a table in lower case with the second one, which says why it is there */
export const readTable = (table: string): Map<string, string> =>
  new Map(
    table
      .split('\n')
      .filter((line) => line !== '')
      .map((line): [string, string] => {
        const [word, reason] = line.split('  ');
        return [word!.toLowerCase(), reason ?? ''];
      }),
  );

/** Words that may stay anywhere. */
export const WORDS = readTable([PHRASES, PROTOCOL, RESULTS, THINGS, SENTENCE].join('\n'));
/** Words that may stay in User-Agent and Server. */
export const PRODUCT_WORDS = readTable(PRODUCTS);
/** Texts that may stay if there is nothing else with them. */
export const WHOLE_TEXTS = readTable(WHOLE);
/** What may be in the place of a name without naming anybody. */
export const NOBODY = readTable(`
anonymous  RFC 3323 §4.1.1.3
anonymous.invalid  RFC 3323 §4.1.1.3
unknown  no number was signalled
unavailable  no number was signalled
restricted  the number was withheld
private  the number was withheld
asterisk  default of a product
freeswitch  default of a product
kamailio  default of a product
opensips  default of a product
sip  scheme, prefix of host names
call  the thing itself
user  the thing itself
phone  the thing itself
test  what it is
server  what it is
gateway  what it is
trunk  what it is
`);
