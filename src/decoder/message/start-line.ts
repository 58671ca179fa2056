import { redacted } from './redacted.ts';
import type { Fault, StartLine } from './types.ts';

// The first line of a message (RFC 3261 §7.1, §7.2, §25.1). Read more kindly than the grammar is: what deviates is named
// as a fault, because a trace is read to find out why somebody refused it.

const METHOD = /^[A-Za-z0-9\-.!%*_+`'~]+(?=\s)/;
const VERSION = /^SIP\/\d+\.\d+$/i;
const RESPONSE = /^\s*(SIP\/\d+\.\d+)\s+(\d+)(?:\s(.*))?$/i;
const REQUEST_EXACT = /^[A-Za-z0-9\-.!%*_+`'~]+ [^\s<>]+ SIP\/\d+\.\d+$/;
const RESPONSE_EXACT = /^SIP\/\d+\.\d+ [1-6]\d\d( .*)?$/;

/** No start line is longer; what is, costs no time. */
const LONGEST = 8192;

/** Taken apart from both ends, not by one expression: the part between may hold any number of spaces. */
function requestLine(line: string): { method: string; uri: string; version: string } | null {
  const text = line.trim();
  const last = Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
  const version = text.slice(last + 1);
  if (!VERSION.test(version)) return null;
  const method = METHOD.exec(text)?.[0];
  if (method === undefined) return null;
  const uri = text.slice(method.length, last).trim();
  return uri === '' ? null : { method, uri, version };
}

/** Whether the line could begin a message: a quick look, made for each line of a log and each packet */
export function isStartLine(line: string): boolean {
  if (line.length > LONGEST || !/SIP\/\d/i.test(line)) return false;
  return RESPONSE.test(line.trimEnd()) || requestLine(line) !== null;
}

/** The start line and what is wrong with it, or null for a line that begins no SIP message */
export function parseStartLine(line: string): { start: StartLine; faults: Fault[] } | null {
  if (line.length > LONGEST) return null;
  const faults: Fault[] = [];
  const checkVersion = (version: string) => {
    if (version.toUpperCase() !== 'SIP/2.0') faults.push({ kind: 'version', detail: version });
  };
  const response = RESPONSE.exec(line);
  if (response !== null) {
    checkVersion(response[1]!);
    if (!RESPONSE_EXACT.test(line) && !redacted(line))
      faults.push({ kind: 'start-line', detail: line.trim().slice(0, 80) });
    return { start: { kind: 'response', code: Number(response[2]), phrase: (response[3] ?? '').trim() }, faults };
  }
  const request = requestLine(line);
  if (request === null) return null;
  checkVersion(request.version);
  if (!REQUEST_EXACT.test(line) && !redacted(line))
    faults.push({ kind: 'start-line', detail: line.trim().slice(0, 80) });
  return { start: { kind: 'request', method: request.method, uri: request.uri }, faults };
}
