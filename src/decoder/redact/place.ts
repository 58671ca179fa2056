import { hostPort } from '../message/fields.ts';
import type { Pseudonyms } from './pseudonyms.ts';

/**
 * @param text `host`, `host:5060`, `[2001:db8::1]:5060`, or an IPv6 address without brackets, which logs have
 * @param names replacements
 * @returns the same with another host; the port stays
 */
export function place(text: string, names: Pseudonyms): string {
  const { host, port } = hostPort(text);
  const given = names.host(host);
  return (text.trim().startsWith('[') ? `[${given}]` : given) + (port === null || port > 65535 ? '' : `:${port}`);
}
