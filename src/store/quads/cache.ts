import { crc32 } from 'node:zlib';
import { Dictionary, type DictionaryParts } from './dictionary.ts';
import { QuadStore } from './quad-store.ts';

/*
 * A store as bytes: a head of numbers, then arrays one after the other, as they lie in memory. It is read without looking at
 * single terms. What is damaged, of another format or made of other graphs is no cache.
 */

/** To be raised with every change of the format. */
export const CACHE_FORMAT = 1;
const MAGIC = 0x44454d51;
/** Key of 32 bytes, behind magic number, format and checksum. */
const KEY_AT = 12;
const KEY_LENGTH = 32;
const LENGTHS_AT = KEY_AT + KEY_LENGTH;

const roundUp = (length: number): number => (length + 3) & ~3;

/** The bytes of what a store holds, in pieces to be written one after the other. @param key names what it was made of */
export const encodeStore = (store: QuadStore, key: Buffer): Buffer[] => {
  const { subjects, predicates, objects, graphs } = store.columns();
  const { size, bytes, starts, kinds, slots, termKinds } = store.dictionary.parts();
  const meta = Buffer.from(JSON.stringify({ size, termKinds }), 'utf8');
  const arrays = [meta, bytes, starts, kinds, slots, subjects, predicates, objects, graphs];
  const head = Buffer.alloc(LENGTHS_AT + arrays.length * 4);
  // Numbers of the machine's own byte order: on a machine of the other, the magic number is another.
  new Uint32Array(head.buffer, head.byteOffset, 2).set([MAGIC, CACHE_FORMAT]);
  key.copy(head, KEY_AT);
  arrays.forEach((array, i) => {
    head.writeUInt32LE(array.byteLength, LENGTHS_AT + i * 4);
  });
  const parts = arrays.flatMap((array) => [
    Buffer.from(array.buffer, array.byteOffset, array.byteLength),
    Buffer.alloc(roundUp(array.byteLength) - array.byteLength),
  ]);
  // Of no bytes at all, crc32 gives 0, whatever it had.
  const body = parts.filter(({ length }) => length > 0);
  const checksum = body.reduce((sum, part) => crc32(part, sum), crc32(head.subarray(KEY_AT)));
  head.writeUInt32LE(checksum, 8);
  return [head, ...body];
};

const ARRAYS = 9;

/** The arrays behind the head; null if the bytes are not whole. */
const sectionsOf = (file: Buffer): Buffer[] | null => {
  const sections: Buffer[] = [];
  let at = LENGTHS_AT + ARRAYS * 4;
  for (let i = 0; i < ARRAYS; i++) {
    const length = file.readUInt32LE(LENGTHS_AT + i * 4);
    sections.push(file.subarray(at, at + length));
    at += roundUp(length);
  }
  return at === file.length ? sections : null;
};

/** The bytes at a place where numbers can be read from. */
const aligned = (file: Buffer): Buffer => {
  if (file.byteOffset % 4 === 0) return file;
  const copy = new Uint8Array(file.length);
  copy.set(file);
  return Buffer.from(copy.buffer);
};

const words = (section: Buffer): Uint32Array<ArrayBuffer> =>
  new Uint32Array(section.buffer as ArrayBuffer, section.byteOffset, section.byteLength / 4);

const dictionaryOf = ([meta, bytes, starts, kinds, slots]: readonly Buffer[]): Dictionary => {
  const { size, termKinds } = JSON.parse(meta!.toString('utf8')) as Pick<DictionaryParts, 'size' | 'termKinds'>;
  return Dictionary.from({
    size,
    termKinds,
    bytes: bytes as Uint8Array<ArrayBuffer>,
    starts: words(starts!),
    kinds: new Uint16Array(kinds!.buffer as ArrayBuffer, kinds!.byteOffset, kinds!.byteLength / 2),
    slots: words(slots!),
  });
};

/** The store that was written under the key, over the same bytes; null for anything else. */
export const decodeStore = (bytes: Buffer, key: Buffer): QuadStore | null => {
  if (bytes.length < LENGTHS_AT + ARRAYS * 4) return null;
  const file = aligned(bytes);
  const [magic, format] = words(file.subarray(0, 8));
  if (magic !== MAGIC || format !== CACHE_FORMAT || key.compare(file, KEY_AT, LENGTHS_AT) !== 0) return null;
  if (crc32(file.subarray(KEY_AT)) !== file.readUInt32LE(8)) return null;
  const sections = sectionsOf(file);
  if (!sections) return null;
  const [subjects, predicates, objects, graphs] = sections.slice(5).map(words) as [
    Uint32Array,
    Uint32Array,
    Uint32Array,
    Uint32Array,
  ];
  return new QuadStore(dictionaryOf(sections), { subjects, predicates, objects, graphs });
};
