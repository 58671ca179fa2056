// Values that somebody replaced before showing a trace: nothing may be said against a sender from them.

const WORDS =
  /redacted|anonymi[sz]ed|masked|censored|obfuscated|sanitized|removed|\[(?:email|phone|ip|name|number|filtered|hidden)[^\]]*\]|[<[({](?:hidden|private|deleted|secret|snip(?:ped)?|blank(?:ed)?|changed|\.{3}|…)[>\])}]|\bx{3,}\b|x{4,}|\bx{1,3}(?:\.x{1,3}){1,3}\b|\*{3,}|#{4,}|█|●{2,}|…|伏せ字|マスク/i;
/** `x.x.x.10`, `10.xx.xx.5`: parts of an address. */
const ADDRESS = /(?:^|[^\w.])(?:(?:\d{1,3}|x{1,3}|\*)\.){3}(?:\d{1,3}|x{1,3}|\*)(?![\w.])/i;
/** Names for what was there: `<<PHONE_IP>>`, `<MY-PBX>`, `{{ip}}`, `MY.PBX.IP`, `fs.ext.ip.addr`, `YOUR_DOMAIN`. */
const PLACEHOLDER =
  /<<[^<>]*>>|<(?:[A-Z][A-Z0-9]*[_ -])*(?:IP|ADDR(?:ESS)?|HOST|NUMBER|PHONE|DOMAIN|SERVER|USER|NAME|PBX|PUBLIC|PRIVATE)[A-Z0-9_ -]*>|\{\{[^{}]*\}\}|\$\{[^{}]*\}|\b(?:MY|YOUR|OUR)[._-][A-Za-z._-]+|\b(?:\w+[._-])*(?:ip[._-]?addr(?:ess)?|ip[._-]here|public[._-]ip|private[._-]ip|server[._-]ip|phone[._-]ip|pbx[._-]ip|client[._-]ip)\b|_(?:IP|HOST|DOMAIN|NUMBER)\b|\b(?:IP|HOST|DOMAIN|NUMBER|PHONE)_/;

/** Whether words or signs take the place of the value or of a part of it */
export function redacted(value: string): boolean {
  if (value.length > 4096) return false;
  if (WORDS.test(value) || PLACEHOLDER.test(value)) return true;
  const address = ADDRESS.exec(value);
  return address !== null && /[x*]/i.test(address[0]);
}
