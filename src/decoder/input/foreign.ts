// Files that hold packets, or hold such a file, and are not read here: recognised by their first octets (wireshark:wiretap,
// file formats' own descriptions), so that none is taken for text. Each comes with the command that makes it readable.

export interface Foreign {
  id: string;
  /** As people call it; the same in all languages. */
  name: string;
  /** `capture` in another format, or a file `packed` in a way that is not unpacked here. */
  kind: 'capture' | 'packed';
  /** What to do about it; `FILE` is the file at hand. */
  command: string;
  magic: (string | number)[];
  /** Where the magic begins. */
  at?: number;
}

const EDITCAP = 'editcap -F pcapng FILE FILE.pcapng';

/** In a magic, texts are ASCII and numbers are octets. */
export const FOREIGN: readonly Foreign[] = [
  { id: 'snoop', name: 'snoop (Solaris)', kind: 'capture', command: EDITCAP, magic: ['snoop', 0, 0, 0] },
  { id: 'netmon2', name: 'Microsoft Network Monitor 2', kind: 'capture', command: EDITCAP, magic: ['GMBU'] },
  { id: 'netmon1', name: 'Microsoft Network Monitor 1', kind: 'capture', command: EDITCAP, magic: ['RTSS'] },
  { id: 'ngsniffer', name: 'Sniffer (DOS)', kind: 'capture', command: EDITCAP, magic: ['TRSNIFF data'] },
  { id: 'netxray', name: 'NetXRay / Sniffer (Windows)', kind: 'capture', command: EDITCAP, magic: ['XCP', 0] },
  { id: 'lanalyzer', name: 'Novell LANalyzer', kind: 'capture', command: EDITCAP, magic: [0x01, 0x10, 0x4c, 0x00] },
  { id: 'nettl', name: 'nettl (HP-UX)', kind: 'capture', command: EDITCAP, magic: [0x54, 0x52, 0x00, 0x64, 0x00] },
  { id: 'iptrace', name: 'iptrace (AIX)', kind: 'capture', command: EDITCAP, magic: ['iptrace '] },
  { id: 'visual', name: 'Visual Networks', kind: 'capture', command: EDITCAP, magic: [0x05, 'VNF'] },
  { id: 'observer', name: 'Viavi Observer', kind: 'capture', command: EDITCAP, magic: ['ObserverPktBuffe'] },
  { id: '5views', name: 'InfoVista 5View', kind: 'capture', command: EDITCAP, magic: [0xaa, 0xaa, 0xaa, 0xaa] },
  { id: 'peek', name: 'OmniPeek / EtherPeek', kind: 'capture', command: EDITCAP, magic: [0x7f, 'ver'] },
  { id: 'btsnoop', name: 'btsnoop (Bluetooth)', kind: 'capture', command: EDITCAP, magic: ['btsnoop', 0] },
  { id: 'gzip', name: 'gzip', kind: 'packed', command: 'gunzip FILE', magic: [0x1f, 0x8b] },
  { id: 'zstd', name: 'zstd', kind: 'packed', command: 'zstd -d FILE', magic: [0x28, 0xb5, 0x2f, 0xfd] },
  { id: 'lz4', name: 'lz4', kind: 'packed', command: 'lz4 -d FILE', magic: [0x04, 0x22, 0x4d, 0x18] },
  { id: 'zip', name: 'zip', kind: 'packed', command: 'unzip FILE', magic: ['PK', 3, 4] },
  { id: 'xz', name: 'xz', kind: 'packed', command: 'xz -d FILE', magic: [0xfd, '7zXZ', 0] },
  { id: 'bzip2', name: 'bzip2', kind: 'packed', command: 'bzip2 -d FILE', magic: ['BZh'] },
  { id: '7z', name: '7z', kind: 'packed', command: '7z x FILE', magic: ['7z', 0xbc, 0xaf, 0x27, 0x1c] },
  { id: 'rar', name: 'RAR', kind: 'packed', command: 'unrar x FILE', magic: ['Rar!', 0x1a, 0x07] },
  { id: 'tar', name: 'tar', kind: 'packed', command: 'tar -xf FILE', magic: ['ustar'], at: 257 },
];

/** So many octets tell every format. */
export const FRONT = 264;

const octets = (magic: Foreign['magic']): number[] =>
  magic.flatMap((part) => (typeof part === 'number' ? [part] : [...part].map((letter) => letter.charCodeAt(0))));

/** Which of these formats begins with these bytes, or null */
export const foreignFormat = (front: Uint8Array): Foreign | null =>
  FOREIGN.find(({ magic, at = 0 }) => octets(magic).every((octet, index) => front[at + index] === octet)) ?? null;
