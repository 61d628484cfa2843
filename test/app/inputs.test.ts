import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInputs } from '../../src/app/inputs.ts';
import { metadataFor, sidecarOf } from '../../src/app/metadata.ts';
import { nodeFiles } from '../../src/app/node-files.ts';
import { readQuery } from '../../src/app/query-text.ts';
import { temporaryFolder, writeFiles } from '../cli/harness.ts';

const folder = writeFiles(temporaryFolder(), {
  'b.txt': 'B',
  'a.md': 'A',
  'deep/er/c.TXT': 'C',
  'deep/picture.png': 'no',
  '.hidden/d.txt': 'no',
  'empty/readme.rst': 'no',
  'a.meta.json': '{"outlet": "The Sidecar", "page": "4"}',
  'question.rq': 'ASK {}',
});
const at = (name: string): string => join(folder, name);

describe('findInputs', () => {
  it('takes text and Markdown below a directory, in code-unit order, hidden ones left out', async () => {
    const { found, rejected } = await findInputs([folder], nodeFiles);
    expect(found.map(({ path }) => path)).toEqual([at('a.md'), at('b.txt'), at('deep/er/c.TXT')]);
    expect(rejected).toEqual([]);
  });

  it('takes a file as it is named, whatever it ends in, and each file once', async () => {
    const { found } = await findInputs([at('deep/picture.png'), at('b.txt'), at('b.txt'), '-'], nodeFiles);
    expect(found.map(({ name }) => name)).toEqual([at('deep/picture.png'), at('b.txt'), 'stdin']);
  });

  it.each([
    ['nowhere', 'no such file or directory'],
    ['empty', 'directory holds no articles'],
    ['b.txt/c.txt', 'no such file or directory'],
  ])('rejects %s and keeps the rest', async (name, message) => {
    const { found, rejected } = await findInputs([at(name), at('b.txt')], nodeFiles);
    expect(found).toHaveLength(1);
    expect(rejected.map((error) => error.message)).toEqual([message]);
    expect(rejected[0]!.location).toEqual({ file: at(name) });
  });
});

describe('metadata beside an article', () => {
  it.each([
    ['story.txt', 'story.meta.json'],
    ['a.b/story', 'a.b/story.meta.json'],
    ['a.b/story.en.md', 'a.b/story.en.meta.json'],
  ])('%s is described by %s', (path, sidecar) => expect(sidecarOf(path)).toBe(sidecar));

  it('goes before what the user said for all articles', async () => {
    const user = { outlet: 'Elsewhere', published: '2024-07-11' };
    expect(await metadataFor(at('a.md'), user, nodeFiles)).toEqual({ outlet: 'The Sidecar', page: '4', published: '2024-07-11' });
    expect(await metadataFor(at('b.txt'), user, nodeFiles)).toEqual(user);
    expect(await metadataFor(null, {}, nodeFiles)).toEqual({});
  });
});

describe('readQuery', () => {
  const nothing = async () => new Uint8Array();

  it('reads a file if there is one of that name, else takes the query itself', async () => {
    expect(await readQuery(at('question.rq'), nothing)).toEqual({ text: 'ASK {}', file: at('question.rq') });
    expect(await readQuery('SELECT * { ?s ?p ?o }', nothing)).toEqual({ text: 'SELECT * { ?s ?p ?o }', file: null });
  });

  it('reads standard input for -', async () => {
    const stdin = async () => new TextEncoder().encode('ASK { ?a ?b ?c }');
    expect(await readQuery('-', stdin)).toEqual({ text: 'ASK { ?a ?b ?c }', file: 'stdin' });
  });

  it('does not take a missing query file for a query', async () => {
    await expect(readQuery(at('none.rq'), nothing)).rejects.toMatchObject({ kind: 'input' });
  });

  it('refuses bytes that are no UTF-8', async () => {
    await expect(readQuery('-', async () => new Uint8Array([0xff, 0x41]))).rejects.toMatchObject({ kind: 'input' });
  });
});
