import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { iri, type Quad, quad, string } from '../../src/rdf/factory.ts';
import { type Base, createBase } from '../../src/store/base.ts';
import { loadDataset } from '../../src/store/dataset.ts';
import { article, put, temporaryFolder } from './helpers.ts';

const DEM = 'https://w3id.org/demarche/ontology#';
const graphsOf = (quads: readonly Quad[]): string[] => [...new Set(quads.map((q) => q.graph.value.replace(/^.*\//, '')))].sort();
const labels = (quads: readonly Quad[], actor: string): Quad[] =>
  quads.filter((q) => q.subject.value.endsWith(`/actor/${actor}`) && q.predicate.value.endsWith('#label'));
const ties = (quads: readonly Quad[]): string[] =>
  quads
    .filter((q) => q.predicate.value === `${DEM}claimCount`)
    .map((q) => `${q.subject.value.replace(/^.*\//, '')} ${q.object.value}`);

const twoArticles = async (): Promise<Base> => {
  const base = await createBase(temporaryFolder());
  await put(base, 'a', 'b');
  return base;
};
const curate = (base: Base, file: string, text: string): void => writeFileSync(join(base.directory, 'curation', file), text);

describe('the dataset of a base', () => {
  it('holds each article and the derived ties as named graphs, and each triple once in the union', async () => {
    const { named, union, problems } = await loadDataset(await twoArticles());
    expect(problems).toEqual([]);
    expect(graphsOf(named)).toEqual(['a', 'b', 'derived']);
    expect(labels(named, 'PRT')).toHaveLength(2);
    expect(labels(union, 'PRT')).toHaveLength(1);
    expect(union.every((q) => q.graph.termType === 'DefaultGraph')).toBe(true);
  });

  it('derives ties from the graphs as they are, whatever derived/ says', async () => {
    const base = await twoArticles();
    const before = ties((await loadDataset(base)).union);
    expect(before).toContain('PRT-opposes-ESP 4');
    writeFileSync(join(base.directory, 'derived', 'relations.trig'), 'nonsense');
    expect(ties((await loadDataset(base)).union)).toEqual(before);
    rmSync(join(base.directory, 'derived'), { recursive: true });
    expect(ties((await loadDataset(base)).union)).toEqual(before);
  });

  it('keeps the ontology out of the union', async () => {
    const ontology = [
      quad(iri(`${DEM}Actor`), iri('http://www.w3.org/2000/01/rdf-schema#label'), string('actor'), iri('urn:elsewhere')),
    ];
    const { named, union } = await loadDataset(await twoArticles(), { ontology });
    expect(graphsOf(named)).toEqual(['a', 'b', 'derived', 'ontology']);
    expect(union.filter((q) => q.subject.value === `${DEM}Actor`)).toEqual([]);
  });

  it('puts shipped topics under the base IRI of the base', async () => {
    const base = await createBase(temporaryFolder(), { base: 'http://localhost/kb/' });
    const ontology = [
      quad(
        iri('https://w3id.org/demarche/id/topic/x'),
        iri('http://www.w3.org/2004/02/skos/core#prefLabel'),
        string('x'),
        iri('urn:elsewhere'),
      ),
    ];
    const { named } = await loadDataset(base, { ontology });
    expect(named.map((q) => [q.subject.value, q.graph.value])).toEqual([
      ['http://localhost/kb/topic/x', 'http://localhost/kb/graph/ontology'],
    ]);
  });

  it('reports a damaged graph and reads the rest', async () => {
    const base = await twoArticles();
    writeFileSync(join(base.directory, 'graphs', 'a.trig'), 'a b c');
    const { named, problems } = await loadDataset(base);
    expect(graphsOf(named)).toEqual(['b', 'derived']);
    expect(problems.map((problem) => [problem.kind, problem.location?.line])).toEqual([['store', 1]]);
  });
});

describe('judgements', () => {
  const claim = (): string =>
    article('a').quads.find((q) => q.object.value === `${DEM}Position` && tiesTo(q.subject.value))!.subject.value;
  const tiesTo = (subject: string): boolean =>
    article('a').quads.some(
      (q) => q.subject.value === subject && q.predicate.value === `${DEM}polarity` && q.object.value === 'oppose',
    ) &&
    article('a').quads.some(
      (q) => q.subject.value === subject && q.predicate.value === `${DEM}target` && q.object.value.endsWith('/ESP'),
    );

  it('take a rejected claim out of union and ties, but leave it visible in its graph', async () => {
    const base = await twoArticles();
    curate(base, 'ab.tsv', `claim\tverdict\tcoder\tnote\n${claim()}\treject\tab\tnot said\n`);
    const { named, union } = await loadDataset(base);
    expect(union.filter((q) => [q.subject.value, q.object.value].includes(claim()))).toEqual([]);
    expect(named.filter((q) => q.subject.value === claim()).length).toBeGreaterThan(5);
    expect(ties(union)).toContain('PRT-opposes-ESP 3');
    expect(graphsOf(named)).toContain('curation');
  });

  it('are undone by a later one, in whatever file, or by deleting the line', async () => {
    const base = await twoArticles();
    const before = (await loadDataset(base)).union.length;
    const short = claim().slice('https://w3id.org/demarche/id/'.length);
    curate(base, '1.tsv', `# our first round\nverdict\tclaim\nreject\t${short}\n`);
    expect((await loadDataset(base)).union.length).toBeLessThan(before);
    curate(base, '2.tsv', `claim\tverdict\n${claim()}\taccept\n`);
    expect((await loadDataset(base)).union.length).toBe(before);
    rmSync(join(base.directory, 'curation', '2.tsv'));
    curate(base, '1.tsv', 'verdict\tclaim\n');
    expect((await loadDataset(base)).union.length).toBe(before);
  });

  it.each([
    ['claim\tdecision\nx\treject\n', 1],
    ['claim\tverdict\nposition/1\treject\nposition/2\tmaybe\n', 3],
    ['claim\tverdict\n\treject\n', 2],
  ])('that are damaged are reported with their line, and the base still reads: %j', async (text, line) => {
    const base = await twoArticles();
    curate(base, 'x.tsv', text);
    const { union, problems } = await loadDataset(base);
    expect(union.length).toBeGreaterThan(100);
    expect(problems.map((problem) => [problem.kind, problem.location?.line])).toEqual([['store', line]]);
  });
});
