/** The octets of a text in UTF-8, which is how SIP counts */
export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;
