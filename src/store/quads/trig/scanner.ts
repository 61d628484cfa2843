import { CLASS, CLASSES, isNameCharacter, widthOf } from './characters.ts';

/** What is wrong with a text, and where. */
export class TrigSyntaxError extends Error {
  /** Offset in bytes. */
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

const HASH = 0x23;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const DOT = 0x2e;

/** A place in a text of UTF-8 bytes. */
export class Scanner {
  readonly bytes: Buffer;
  readonly end: number;
  at = 0;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
    this.end = bytes.length;
  }

  fail(message: string, at = this.at): never {
    throw new TrigSyntaxError(message, at);
  }

  /** What stands here, for messages. */
  found(): string {
    if (this.at >= this.end) return 'the end of the file';
    const shown = this.text(this.at, Math.min(this.at + 20, this.end)).split(/\s/, 1)[0]!;
    return `"${shown.replace(/[^\x20-\x7e]/g, '?')}"`;
  }

  expected(what: string): never {
    return this.fail(`expected ${what}, found ${this.found()}`);
  }

  text(from: number, to: number): string {
    return this.bytes.toString('utf8', from, to);
  }

  /** Skips white space and comments. @returns the byte that follows, -1 at the end */
  skip(): number {
    const { bytes, end } = this;
    let { at } = this;
    for (; at < end; at++) {
      const byte = bytes[at]!;
      if ((CLASSES[byte]! & CLASS.space) !== 0) continue;
      if (byte !== HASH) {
        this.at = at;
        return byte;
      }
      while (at < end && bytes[at] !== NEWLINE && bytes[at] !== RETURN) at++;
    }
    this.at = end;
    return -1;
  }

  /** The byte some places on; -1 past the end. */
  peek(offset: number): number {
    const at = this.at + offset;
    return at < this.end ? this.bytes[at]! : -1;
  }

  take(byte: number, what: string): void {
    if (this.skip() !== byte) this.expected(what);
    this.at++;
  }

  /** True if a word of ASCII letters stands here, in any case, and no name goes on after it. */
  takeWord(word: string): boolean {
    for (let i = 0; i < word.length; i++) if ((this.peek(i) | 0x20) !== word.charCodeAt(i)) return false;
    const next = this.peek(word.length);
    if (next === 0x3a || next >= 0x80 || (next >= 0 && (CLASSES[next]! & CLASS.name) !== 0)) return false;
    this.at += word.length;
    return true;
  }

  /** Where a name ends that begins at `from`: dots may stand within it, but not last. `extra` is a byte that may, too, or -1. */
  nameEnd(from: number, extra: number): number {
    const { bytes, end } = this;
    let at = from;
    let last = from;
    while (at < end) {
      const byte = bytes[at]!;
      if (byte < 0x80) {
        if ((CLASSES[byte]! & CLASS.name) !== 0 || byte === extra) last = ++at;
        else if (byte === DOT) at++;
        else break;
      } else {
        const width = widthOf(byte);
        if (!isNameCharacter(this.text(at, at + width), at === from)) break;
        at += width;
        last = at;
      }
    }
    return last;
  }
}
