// Numbers that look like response codes and are something else: what stands around them says so. Each kind is cut out of a
// query before its codes are read. Patterns are for folded text.

const KINDS: readonly (readonly [kind: string, pattern: RegExp])[] = [
  // Addresses: nothing in them is a code, neither user part nor host nor port.
  ['uri', /(?:['"][\w+ -]*\d[\w+ -]*['"] ?)?<(?:sips?|tel):[^>]*>?/g],
  ['uri', /\bsips?:[^\s>;"',]*[@.:][^\s>"',]*|\b(?:tel|im|pres|xmpp|https?|wss?|stuns?|urn):[^\s>"',]+/g],
  ['user at host', /(?<![\w.+-])[\w.+-]+@[\w.:[\]-]*/g],
  ['address', /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?::\d+|\/\d+)?(?![\w.])/g],
  [
    'port',
    /\bports? ?(?:number|no\.?)? ?[:=#]? ?\d{2,5}|ポート(?:番号)? ?\d{2,5}|(?<=[a-z]):\d{4,5}\b|\b(?:udp|tcp|tls)[/: ]\d{3,5}\b/g,
  ],
  [
    'telephone number',
    /(?<![\w-])(?:\+\d[\d .()-]{6,}\d|(?:\d{1,3}[ -])?\(?\d{2,4}\)?[ -]\d{2,4}-\d{4}|\d{3}-\d{4}|0\d{8,}|\d{9,})(?![\w-])/g,
  ],
  // Channels of Asterisk and FreeSWITCH: technology/peer-uniqueid.
  [
    'channel',
    /\b(?:sip|pjsip|iax2?|dahdi|zap|local|agent|sofia|loopback|motif|console|sccp|skinny)\/(?![1-6]\d\d(?![\w@-]))[^\s,"')\]]+/g,
  ],
  // Names of people, devices and groups.
  [
    'extension',
    /\b(?:exten(?:sions?)?|exts?\.?|peers?|endpoints?|users?|aors?|accounts?|agents?|mailbox(?:es)?|rooms?|handsets?|dids?|subscribers?|username|queue|ring group|conference)(?: (?:number|no\.?|name|id))?(?: is)? ?[:=#]? ?['"]?\d{2,6}['"]?(?!\d|xx)/g,
  ],
  ['extension', /(?:内線|子機|代表|ユーザー?|アカウント|会議室)(?:番号)?[のはが]?[「"' ]?\d{2,6}(?!\d|番台)/g],
  ['extension', /(?<!\d)\d{2,6} ?(?:番の?内線|番に(?:かけ|発信|電話|転送)|(?:に|へ)(?:かけ|電話|発信|転送))/g],
  ['extension', /\bregistrations? (?:for|from|of) ['"]?\d{2,6}\b['"]?/g],
  ['extension', /\b(?:from|to|for|called|calling|number) ['"]\+?\d{2,6}['"]/g],
  [
    'extension',
    /\b(?:dial(?:s|ed|ing|ling|led)?|calls? (?:from|to)|calling|(?:transferr?(?:ed|ing)?|forward(?:ed|ing)?) to) \d{3,6}(?![\dx])/g,
  ],
  ['extension', /\bcaller(?: id)? (?:shows?|showing|is|was) \d{2,6}\b/g],
  ['dialled digits', /(?<![\w*])\*\d{1,4}[*#]?(?!\w)/g],
  // Header fields and parameters whose value is a number of another kind.
  [
    'sequence',
    /\b(?:cseq|rseq|rack|seqno?|sequence(?: number)?)\b ?(?:number|no\.?|is|=|:|#)? ?\d+(?: \d+)?|(?:シーケンス番号|連番) ?\d+/g,
  ],
  [
    'field',
    /(?<=\b(?:content-length|max-forwards|expires|session-expires|min-se|min-expires|retry-after|timestamp|max-breadth) ?[:=] ?)\d+|(?<=\b(?:expires?|max-forwards) )\d+/g,
  ],
  [
    'parameter',
    /\b(?:tag|branch|call-?id|c?nonce|opaque|nc|rport|received|uuid|ttl|mtu|pid|line|thread|job|ticket|build|version|ver|v|t|ptime|payload(?: type)?|pt|rtpmap|fmtp|id|maxptime|b|as)[:=] ?"?(?=[\w.-]*\d)[\w.-]+"?|\b(?:payload(?: type)?|ptime|mtu|ticket|build) \d+/g,
  ],
  ['media', /\bm ?= ?(?:audio|video|image|text|application) [^\r\n]*|\brtp\/s?avpf?(?: \d+)+|\ba=[a-z-]+:\d+/g],
  // Algorithms, codecs and protocols with a number in their names, models of devices, versions of software.
  [
    'algorithm',
    /\b(?:sha|aes|rsa|hmac|md|crc|amr|opus|x|ipv|tls|ssl|vp|utf)[-_. ]?\d{1,4}(?:[-_/.]\d+)*(?![\w])|\b[aceghtqx][-.]?\d{2,4}(?:\.\d+)*[a-z]?(?!\w)/g,
  ],
  ['algorithm', /\b(?:aes|srtp|aes_cm)_[\w-]*\d\w*|\bg 7\d\d(?:\.\d)?\b/g],
  [
    'model',
    /\b(?:vvx|spa|gxp|gxv|grp|ht|sip-t|kx-[a-z]+|wp|snom d)[- ]?\d{2,4}[a-z]{0,4}(?!\w)|\b(?:yealink|polycom|poly|grandstream|cisco|fanvil|mitel|aastra|gigaset|panasonic|snom|audiocodes|mediant)(?: [a-z]{1,3})? ?-?\d{2,4}[a-z]{0,4} (?:ip )?(?:phones?|ata|handsets?|gateways?|firmware|adapters?)\b/g,
  ],
  [
    'version',
    /\b(?:asterisk|freeswitch|kamailio|opensips|pjsip|pjproject|freepbx|3cx|linphone|zoiper|microsip|jssip|sip\.?js|version|firmware|release|fw) v?\d+(?:\.\d+)+|バージョン ?\d+(?:\.\d+)*|(?<!\d)\d+\.\d+(?:\.\d+)*(?![\w])/g,
  ],
  // Logs: times, process numbers, lines of source files, identifiers.
  [
    'time',
    /\b\d{4}-\d\d-\d\d\b|\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}\b|\b\d{1,2} ?[ap]m\b/g,
  ],
  ['place in source', /\b(?!sip\.js)[\w/-]+\.(?:c|h|cpp|cc|go|py|js|ts|java|rs|lua|cfg|conf)(?::\d+|\b(?![\w.-]))/g],
  ['process', /\b[a-z_]+\[\d+\](?:\[[^\]]*\])?:?|(?<=\s|^)\[[\d: .-]{4,}\]/g],
  ['count', /\(\d+:\d+(?:\/\d+)*\)/g],
  // Six hexadecimal digits or more with a letter and a digit among them; branches; as1b2c3d of chan_sip.
  [
    'identifier',
    /(?<![\w-])(?:as)?(?=[0-9a-f-]*[a-f])(?=[0-9a-f-]*\d)[0-9a-f]{6,}(?:-[0-9a-f]+)*(?:@\S+)?(?![\w-])|(?<![\w-])z9hg4bk[\w.-]*/g,
  ],
  // Quantities: 180 seconds, 200 ms, 100 calls, 100 %.
  [
    'quantity',
    /(?<![\w.])\d+(?:\.\d+)?(?: |-)?(?:ms|msec|milliseconds?|secs?|seconds?|mins?|minutes?|hours?|hrs?|days?|s|kbps|kbit|mbps|bytes?|kb|mb|octets?|hz|khz|calls|cps|users|times|attempts|packets|percent|%)(?![a-z])/g,
  ],
  ['quantity', /\d+(?:\.\d+)? ?(?:ミリ秒|秒|分|時間|日間|台|件|回(?!線)|人|円|名|本|個|パーセント|バイト|文字|桁|%)/g],
  ['date', /\d{1,2}月\d{1,2}日|\d{1,2}時(?:\d{1,2}分)?/g],
];

/** A part of a query that holds numbers which are no codes. */
export interface Surrounded {
  kind: string;
  text: string;
}

/** Kinds that say something about the call, and so are words to search for: after 32 seconds, at 3am, T.38. */
const TELLING = ['quantity', 'time', 'date', 'algorithm'];

/**
 * Finds numbers that are no codes because of what stands around them.
 *
 * @param query folded text
 * @param keep whether a part is meant as it stands all the same, from the part and what follows it: `user 404 not found`
 * @returns the parts found, in the order of the kinds; the query with spaces in their place; the same with durations and times, which
 *   are worth searching for
 */
export function cutSurrounded(
  query: string,
  keep: (part: string, after: string) => boolean = () => false,
): { found: Surrounded[]; rest: string; words: string } {
  const found: Surrounded[] = [];
  let rest = query;
  let words = query;
  for (const [kind, pattern] of KINDS)
    rest = rest.replace(pattern, (text, ...more: unknown[]) => {
      const at = more.find((one) => typeof one === 'number')!;
      if (keep(text, rest.slice(at + text.length))) return text;
      found.push({ kind, text: text.trim() });
      const blank = ' '.repeat(text.length);
      if (!TELLING.includes(kind)) words = words.slice(0, at) + blank + words.slice(at + text.length);
      return blank;
    });
  return { found, rest, words };
}
