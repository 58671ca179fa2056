import type { Pseudonyms } from './pseudonyms.ts';

/**
 * @param text `host`, `host:5060`, `[2001:db8::1]:5060`, or an IPv6 address without brackets, which logs have
 * @param names replacements
 * @returns the same with another host; the port stays
 */
export function place(text: string, names: Pseudonyms): string {
  const trimmed = text.trim();
  const six = /^\[([^\]]*)\](?::(\d{1,5}))?$/.exec(trimmed);
  if (six) return `[${names.host(six[1]!)}]${portOf(six[2])}`;
  const named = /^([^:]*)(?::(\d{1,5}))?$/.exec(trimmed);
  return named ? names.host(named[1]!) + portOf(named[2]) : names.host(trimmed);
}

const portOf = (port: string | undefined): string => (port === undefined || Number(port) > 65535 ? '' : `:${port}`);
