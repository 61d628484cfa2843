/**
 * The container of trained weights: one file, named sections, each read in place.
 *
 * Layout, little-endian: magic `DMDL`, uint32 version, uint32 section count, then for each section uint8 name length,
 * the name in ASCII, uint32 byte length; after the directory the sections follow, each padded to a multiple of 8.
 */
import { DemarcheError } from '../model/errors.ts';

const MAGIC = 0x4c444d44;
export const MODEL_VERSION = 1;

const padded = (length: number): number => (length + 7) & ~7;

/** Named byte sections as read from a model file. */
export class ModelFile {
  readonly #sections: ReadonlyMap<string, Uint8Array>;

  constructor(sections: ReadonlyMap<string, Uint8Array>) {
    this.#sections = sections;
  }

  /** The bytes of a section. Throws `DemarcheError('model')` when it is missing. */
  section(name: string): Uint8Array {
    const found = this.#sections.get(name);
    if (!found) throw new DemarcheError('model', `model file has no section '${name}'`, { hint: 'retrain or reinstall it' });
    return found;
  }

  /** A section as UTF-8 text. */
  text(name: string): string {
    return new TextDecoder('utf-8').decode(this.section(name));
  }

  /** A section as lines of UTF-8 text; an empty section has none. */
  lines(name: string): string[] {
    const text = this.text(name);
    return text === '' ? [] : text.split('\n');
  }
}

/** Reads a model file. Throws `DemarcheError('model')` when the bytes are not one, or are cut short. */
export const readModel = (bytes: Uint8Array): ModelFile => {
  const damaged = (why: string) => new DemarcheError('model', `not a usable model file: ${why}`, { hint: 'reinstall it' });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || view.getUint32(0, true) !== MAGIC) throw damaged('wrong magic number');
  if (view.getUint32(4, true) !== MODEL_VERSION) throw damaged(`version ${view.getUint32(4, true)}, expected ${MODEL_VERSION}`);
  const directory: [string, number][] = [];
  let at = 12;
  for (let i = view.getUint32(8, true); i > 0; i--) {
    if (at + 1 > bytes.length) throw damaged('cut short');
    const nameEnd = at + 1 + bytes[at]!;
    if (nameEnd + 4 > bytes.length) throw damaged('cut short');
    directory.push([String.fromCharCode(...bytes.subarray(at + 1, nameEnd)), view.getUint32(nameEnd, true)]);
    at = nameEnd + 4;
  }
  const sections = new Map<string, Uint8Array>();
  at = padded(at);
  for (const [name, length] of directory) {
    if (at + length > bytes.length) throw damaged('cut short');
    sections.set(name, bytes.subarray(at, at + length));
    at += padded(length);
  }
  return new ModelFile(sections);
};

/** Writes sections in the given order; the same sections give the same bytes. */
export const writeModel = (sections: readonly (readonly [string, Uint8Array])[]): Uint8Array => {
  const head = 12 + sections.reduce((sum, [name]) => sum + 5 + name.length, 0);
  const total = sections.reduce((sum, [, data]) => sum + padded(data.length), padded(head));
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, MODEL_VERSION, true);
  view.setUint32(8, sections.length, true);
  let at = 12;
  for (const [name, data] of sections) {
    bytes[at] = name.length;
    for (let i = 0; i < name.length; i++) bytes[at + 1 + i] = name.charCodeAt(i);
    view.setUint32(at + 1 + name.length, data.length, true);
    at += 5 + name.length;
  }
  at = padded(at);
  for (const [, data] of sections) {
    bytes.set(data, at);
    at += padded(data.length);
  }
  return bytes;
};
