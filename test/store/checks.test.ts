import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseQuads } from '../../src/rdf/parse.ts';
import { type Base, createBase } from '../../src/store/base.ts';
import { checkShapes } from '../../src/store/shapes.ts';
import type { KeepText } from '../../src/store/types.ts';
import { checkVerbatim } from '../../src/store/verbatim.ts';
import { TEXT } from '../rdf/fixture.ts';
import { ROOT } from '../shared.ts';
import { put, temporaryFolder } from './helpers.ts';

const shapes = parseQuads(readFileSync(join(ROOT, 'ontology', 'shapes.ttl'), 'utf8'), 'shapes.ttl');

const baseWith = async (keepText: KeepText = 'all'): Promise<Base> => {
  const base = await createBase(temporaryFolder(), { keepText });
  await put(base, 'a', 'b');
  return base;
};
const edit = (base: Base, file: string, from: string | RegExp, to: string): void => {
  const path = join(base.directory, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`nothing to change in ${file}`);
  writeFileSync(path, changed);
};

describe('checkVerbatim', () => {
  it('finds nothing in a base as it was built, and looks at every quote', async () => {
    const report = await checkVerbatim(await baseWith());
    expect(report.findings).toEqual([]);
    expect([report.problems, report.unchecked]).toEqual([[], 0]);
    expect(report.checked).toBeGreaterThan(80);
  });

  it.each([
    [
      'a quote',
      'graphs/a.trig',
      'oa:exact "accused Spain of hiding the costs"',
      'oa:exact "praised Spain for hiding the costs"',
      'the quote',
    ],
    ['an offset', 'graphs/a.trig', 'oa:start "249"', 'oa:start "248"', 'the quote'],
    ['a sentence', 'graphs/a.trig', 'dem:sentence "Portugal on Monday', 'dem:sentence "Portugal on Tuesday', 'the sentence'],
    ['a mention', 'graphs/a.trig', 'dem:surface "she accused"', 'dem:surface "he accused"', 'the mention'],
    ['an issue', 'graphs/a.trig', 'dem:targetIssue "hiding the costs"', 'dem:targetIssue "hiding the Costs"', 'the issue'],
    ['the context', 'graphs/a.trig', 'oa:prefix "Neighbours', 'oa:prefix "neighbours', 'the prefix'],
    ['an end beyond the text', 'graphs/a.trig', 'oa:end "395"', 'oa:end "3950"', 'ends beyond the text'],
    ['the text', 'articles/a.txt', 'praised', 'praysed', 'the hash differs'.slice(4)],
  ])('notices a change in %s', async (_name, file, from, to, message) => {
    const base = await baseWith();
    edit(base, file, from, to);
    const { findings } = await checkVerbatim(base);
    expect(findings.map((finding) => finding.file)).toContain(file);
    expect(findings.map((finding) => finding.message).join('\n')).toContain(message);
    expect(findings.filter((finding) => finding.file.includes('/b.'))).toEqual([]);
  });

  it('notices a missing text', async () => {
    const base = await baseWith();
    rmSync(join(base.directory, 'articles', 'a.txt'));
    expect((await checkVerbatim(base)).findings.map((finding) => finding.message)).toEqual([expect.stringContaining('missing')]);
  });

  it('reports a damaged graph as a problem and checks the others', async () => {
    const base = await baseWith();
    writeFileSync(join(base.directory, 'graphs', 'a.trig'), '{');
    const report = await checkVerbatim(base);
    expect(report.problems).toHaveLength(1);
    expect(report.checked).toBeGreaterThan(40);
  });

  it('holds quotes against their sentence where no text is kept', async () => {
    const base = await baseWith('quotes');
    expect((await checkVerbatim(base)).findings).toEqual([]);
    edit(base, 'graphs/a.trig', 'oa:exact "accused Spain of hiding', 'oa:exact "accused Spain of Hiding');
    expect((await checkVerbatim(base)).findings).toHaveLength(1);
  });

  it('checks against the copy of the user where nothing is kept', async () => {
    const base = await baseWith('none');
    expect(await checkVerbatim(base)).toMatchObject({ checked: 0, findings: [] });
    const copy = await checkVerbatim(base, async () => TEXT);
    expect(copy.findings).toEqual([]);
    expect(copy.checked).toBeGreaterThan(20);
    const wrong = await checkVerbatim(base, async () => `${TEXT} `);
    expect(wrong.findings.map((finding) => finding.message)).toEqual(Array(2).fill(expect.stringContaining('hash differs')));
  });
});

describe('checkShapes', () => {
  it.each(['all', 'quotes', 'none'] as const)('finds nothing in a base as it was built (keepText %s)', async (keepText) => {
    const report = await checkShapes(await baseWith(keepText), shapes);
    expect([report.findings, report.problems]).toEqual([[], []]);
    expect(report.checked).toBeGreaterThan(50);
  });

  it('names file, node and property of what does not conform, once', async () => {
    const base = await baseWith();
    edit(base, 'graphs/b.trig', 'dem:polarity "support"', 'dem:polarity "against"');
    const { findings } = await checkShapes(base, shapes);
    expect(findings).toEqual([
      {
        file: join('graphs', 'b.trig'),
        subject: expect.stringContaining('/position/'),
        message: 'dem:polarity: needs one dem:polarity: support, oppose or neutral',
      },
    ]);
  });
});
