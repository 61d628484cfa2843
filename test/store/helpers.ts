import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import type { Quad } from '../../src/rdf/factory.ts';
import { sha256 } from '../../src/rdf/iris.ts';
import { toQuads } from '../../src/rdf/mapping.ts';
import type { Base } from '../../src/store/base.ts';
import { writeBase } from '../../src/store/writer.ts';
import { input, options } from '../rdf/fixture.ts';

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that goes away after the test. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'demarche-store-'));
  made.push(folder);
  return folder;
};

/** The fixture article under another name and hash; its words are the same. */
export const article = (name: string): { document: Document; quads: Quad[] } => {
  const document = { ...input.document, id: name, sha256: sha256(name) };
  return { document, quads: toQuads({ ...input, document }, options) };
};

export const put = (base: Base, ...names: readonly string[]): Promise<void> =>
  writeBase(base, async (writer) => {
    for (const name of names) {
      const { document, quads } = article(name);
      await writer.putArticle(document, quads, 'key');
    }
    await writer.refreshDerived();
  });

/** Every file of a folder with its content and time of change. */
export const snapshot = (folder: string): Record<string, { content: string; changed: number }> =>
  Object.fromEntries(
    (readdirSync(folder, { recursive: true }) as string[])
      .sort()
      .map((name) => [name, join(folder, name)] as const)
      .filter(([, path]) => statSync(path).isFile())
      .map(([name, path]) => [name, { content: readFileSync(path, 'latin1'), changed: statSync(path).mtimeMs }]),
  );

export const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(Object.entries(snapshot(folder)).map(([name, { content }]) => [name, content]));
