import { z } from 'astro/zod';
import { codeNumber } from './fields.ts';

/** `content/reference/wire.yaml`: what the general examples of headers.yaml cannot know about a message. */
export const wireSchema = z.strictObject({
  /** Where each party of a ladder is reached: host of its Contact and of its Via. */
  hosts: z.record(z.string(), z.string()),
  /** The address that a Via with a host name was received from (RFC 3261 §18.2.1). */
  received: z.record(z.string(), z.string()),
  /** Who speaks from a party: name of the user in From, To and Contact. */
  users: z.record(z.string(), z.string()),
  /** Bodies by their Content-Type; `{host}` and `{user}` are those of the sender. */
  bodies: z.record(z.string(), z.string()),
  /** Values of one code that differ from the examples. */
  codes: z.array(
    z.strictObject({
      code: codeNumber,
      headers: z.record(z.string(), z.string()).default({}),
      body: z.string().optional(),
    }),
  ),
});
