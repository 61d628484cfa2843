import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DemarcheError } from '../../src/model/errors.ts';
import { createBase, openBase } from '../../src/store/base.ts';
import { writeBase } from '../../src/store/writer.ts';
import { document as fixture } from '../rdf/fixture.ts';
import { article, contents, put, snapshot, temporaryFolder } from './helpers.ts';

const failure = async (work: Promise<unknown>): Promise<DemarcheError> => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(DemarcheError);
  return error as DemarcheError;
};

describe('a base', () => {
  it('gives back what was put', async () => {
    const base = await createBase(temporaryFolder());
    await put(base, 'b', 'a');
    expect(await base.articleIds()).toEqual(['a', 'b']);
    expect(await base.readText('a')).toBe(fixture.text);
    expect(await base.readGraph('a')).toHaveLength(article('a').quads.length);
    const { text: _, ...rest } = article('b').document;
    expect((await base.readArticle('b'))?.document).toEqual(rest);
    expect(await base.readArticle('c')).toBeNull();
  });

  it('is, byte for byte, the same in another folder and after putting in another order', async () => {
    const one = await createBase(temporaryFolder());
    const other = await createBase(temporaryFolder());
    await put(one, 'a', 'b', 'c');
    await put(other, 'c', 'a', 'b');
    expect(contents(other.directory)).toEqual(contents(one.directory));
  });

  it('touches no file when the same is put again', async () => {
    const base = await createBase(temporaryFolder());
    await put(base, 'a', 'b');
    const before = snapshot(base.directory);
    await createBase(base.directory);
    await put(base, 'b', 'a');
    expect(snapshot(base.directory)).toEqual(before);
  });

  it('forgets a removed article wholly, and says whether there was one', async () => {
    const base = await createBase(temporaryFolder());
    await put(base, 'a');
    const before = contents(base.directory);
    await put(base, 'b');
    const removed = await writeBase(base, async (writer) => {
      const known = await writer.removeArticle('b');
      await writer.refreshDerived();
      return [known, await writer.removeArticle('never')];
    });
    expect(removed).toEqual([true, false]);
    expect(contents(base.directory)).toEqual(before);
  });

  it('replaces an article of the same id', async () => {
    const base = await createBase(temporaryFolder());
    await put(base, 'a');
    const { document, quads } = article('a');
    await writeBase(base, (writer) => writer.putArticle(document, quads.slice(0, 10), 'other key'));
    expect(await base.readGraph('a')).toHaveLength(10);
    expect((await base.readArticle('a'))?.buildKey).toBe('other key');
  });

  it('keeps its settings when made a second time', async () => {
    const folder = temporaryFolder();
    await createBase(folder, { base: 'http://localhost/kb/', keepText: 'quotes' });
    expect((await createBase(folder)).settings).toEqual({ base: 'http://localhost/kb/', keepText: 'quotes' });
  });

  it('writes texts exactly, carriage returns and all', async () => {
    const base = await createBase(temporaryFolder());
    const { document, quads } = article('a');
    const text = '\r\n\tÄ “x”\u00a0😀\r\n';
    await writeBase(base, (writer) => writer.putArticle({ ...document, text }, quads, 'key'));
    expect(await base.readText('a')).toBe(text);
    expect(readFileSync(join(base.directory, '.gitattributes'), 'utf8')).toContain('articles/*.txt -text');
  });
});

describe('how much text is kept', () => {
  it('quotes: no text, but the graph as it is', async () => {
    const base = await createBase(temporaryFolder(), { keepText: 'quotes' });
    await put(base, 'a');
    expect(await base.readText('a')).toBeNull();
    expect(await base.readGraph('a')).toHaveLength(article('a').quads.length);
  });

  it('none: no sentence of the article anywhere in the base', async () => {
    const base = await createBase(temporaryFolder(), { keepText: 'none' });
    await put(base, 'a');
    const everything = Object.values(contents(base.directory)).join('\n');
    for (const words of ['praised Spain', 'so-called bargain', 'joint works', 'this week'])
      expect(everything).not.toContain(words);
    expect(everything).toContain(fixture.textSha256);
  });
});

describe('what is wrong with a base', () => {
  it('says that a folder is none', async () => {
    const error = await failure(openBase(temporaryFolder()));
    expect([error.kind, error.hint]).toEqual(['store', expect.stringContaining('demarche build')]);
  });

  it.each([
    '{ "schema": "demarche/kb/1",\n  "base": }',
    '{ "schema": "demarche/kb/9" }',
    '{ "schema": "demarche/kb/1", "base": "x y" }',
    '{ "schema": "demarche/kb/1", "base": "http://localhost/kb" }',
    '{ "schema": "demarche/kb/1", "keepText": "some" }',
    '[]',
  ])('refuses kb.json %j', async (text) => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'kb.json'), text);
    const error = await failure(openBase(folder));
    expect([error.kind, error.location?.file]).toEqual(['store', join(folder, 'kb.json')]);
  });

  const damages: readonly [string, string, (text: string) => string | null][] = [
    ['a graph cut off', 'graphs/b.trig', (text) => text.slice(0, text.length / 2)],
    ['a graph that is empty', 'graphs/b.trig', () => ''],
    ['a graph that is missing', 'graphs/b.trig', () => null],
    ['a graph of another article', 'graphs/b.trig', (text) => text.replaceAll('graph:b', 'graph:a')],
    ['a triple outside the graph', 'graphs/b.trig', (text) => `${text}\n<urn:a> <urn:b> <urn:c> .\n`],
  ];
  it.each(damages)('%s: names the file and what to do, and reads the others', async (_name, file, damage) => {
    const base = await createBase(temporaryFolder());
    await put(base, 'a', 'b');
    const path = join(base.directory, file);
    const damaged = damage(readFileSync(path, 'utf8'));
    if (damaged === null) rmSync(path);
    else writeFileSync(path, damaged);
    const error = await failure(base.readGraph('b'));
    expect([error.kind, error.location?.file, error.hint]).toEqual(['store', path, expect.stringContaining('build')]);
    expect(await base.readGraph('a')).not.toEqual([]);
  });

  it.each(['{', '{}', '{"schema":"demarche/article/1","buildKey":"k","document":{"id":"a"}}'])(
    'a damaged record: %s',
    async (text) => {
      const base = await createBase(temporaryFolder());
      await put(base, 'a', 'b');
      writeFileSync(join(base.directory, 'articles', 'b.json'), text);
      const { value, problems } = await base.listArticles();
      expect(value.map((record) => record.document.id)).toEqual(['a']);
      expect(problems.map((problem) => problem.location?.file)).toEqual([join(base.directory, 'articles', 'b.json')]);
    },
  );

  it.each(['../escape', 'a/b', '', '.hidden', 'a b', 'a\u0000', 'x'.repeat(300)])('takes no article id %j', async (id) => {
    const base = await createBase(temporaryFolder());
    const { document, quads } = article('a');
    expect((await failure(writeBase(base, (writer) => writer.putArticle({ ...document, id }, quads, 'key')))).kind).toBe('store');
    expect((await failure(base.readArticle(id))).kind).toBe('store');
  });

  it('leaves the base as it was when a term may not go out', async () => {
    const base = await createBase(temporaryFolder());
    await put(base, 'a');
    const before = contents(base.directory);
    const { document, quads } = article('a');
    const bad = quads.map((quad, index) => (index === 5 ? { ...quad, subject: { ...quad.subject, value: 'a b' } } : quad));
    expect((await failure(writeBase(base, (writer) => writer.putArticle(document, bad as never, 'key')))).kind).toBe('rdf');
    expect(contents(base.directory)).toEqual(before);
    expect(existsSync(join(base.directory, '.lock'))).toBe(false);
  });
});
