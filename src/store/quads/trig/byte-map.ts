interface Entry<T> {
  readonly key: Buffer;
  readonly value: T;
  readonly next: Entry<T> | undefined;
}

/** Begin of a key's hash; each byte of the key goes through `hashOn`. */
export const HASH_START = 0x811c9dc5;

/** FNV-1a (Fowler, Noll, Vo). */
export const hashOn = (hash: number, byte: number): number => Math.imul(hash ^ byte, 0x01000193);

const hashOf = (bytes: Buffer): number => bytes.reduce(hashOn, HASH_START);

/** Values by a few bytes of a file, found without making strings of them. */
export class ByteMap<T> {
  readonly #entries = new Map<number, Entry<T>>();

  set(key: Buffer, value: T): void {
    const hash = hashOf(key);
    this.#entries.set(hash, { key: Buffer.from(key), value, next: this.#entries.get(hash) });
  }

  /** The value last set for the bytes from `from` to before `to`, which have the hash. */
  get(hash: number, bytes: Buffer, from: number, to: number): T | undefined {
    let entry = this.#entries.get(hash);
    while (entry && (entry.key.length !== to - from || entry.key.compare(bytes, from, to) !== 0)) entry = entry.next;
    return entry?.value;
  }
}
