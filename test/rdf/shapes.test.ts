import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { deriveRelations } from '../../src/rdf/derive.ts';
import type { Quad } from '../../src/rdf/factory.ts';
import { toQuads } from '../../src/rdf/mapping.ts';
import { readOntology } from '../../src/rdf/ontology.ts';
import { parseQuads } from '../../src/rdf/parse.ts';
import { type ShapeValidator, shapeValidator } from '../../src/rdf/shacl.ts';
import { input, options } from './fixture.ts';

const folder = new URL('../../ontology/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const quadsOf = (name: string): Quad[] => parseQuads(read(name), name);
const files = (name: string): string[] => readdirSync(new URL(`examples/${name}/`, folder)).sort();

const shapes = quadsOf('shapes.ttl');
const ontology = quadsOf('demarche.ttl');
const terms = readOntology(ontology);
const objects = (quads: readonly Quad[], predicate: string): string[] =>
  quads.filter((q) => q.predicate.value === predicate).map((q) => q.object.value);
const SH = 'http://www.w3.org/ns/shacl#';

let validate: ShapeValidator;
beforeAll(async () => {
  validate = await shapeValidator(shapes);
});

describe('the ontology', () => {
  it.each(terms.map((term) => [term.name, term] as const))('%s has a label, a comment and an example', (_name, term) => {
    expect(term.label).not.toBe('');
    expect(term.comment).toMatch(/\.$/);
    expect(term.examples.length).toBeGreaterThan(0);
    expect(term.examples.join(' ')).toContain(`dem:${term.name}`.replace('dem:Claim', '?claim'));
  });

  it('has a shape for each class', () => {
    const targets = new Set(objects(shapes, `${SH}targetClass`));
    expect(terms.filter((term) => term.kind === 'class' && !targets.has(term.iri)).map((term) => term.name)).toEqual([]);
  });

  it('defines every dem: term that shapes, alignments and the mapping use', () => {
    const defined = new Set(terms.map((term) => term.iri));
    const used = [shapes, quadsOf('alignments.ttl'), toQuads(input, options), deriveRelations(toQuads(input, options))]
      .flat()
      .flatMap((q) => [q.subject, q.predicate, q.object])
      .filter((term) => term.termType === 'NamedNode' && term.value.startsWith('https://w3id.org/demarche/ontology#'))
      .map((term) => term.value);
    expect([...new Set(used)].filter((iri) => !defined.has(iri))).toEqual([]);
  });

  it('gives every property of a shape a message', () => {
    const withMessage = new Set(shapes.filter((q) => q.predicate.value === `${SH}message`).map((q) => q.subject.value));
    const parts = shapes.filter((q) => q.predicate.value === `${SH}property` && q.subject.termType === 'NamedNode');
    expect(parts.length).toBeGreaterThan(100);
    expect(parts.filter((q) => !withMessage.has(q.object.value)).map((q) => q.subject.value)).toEqual([]);
  });
});

describe('examples', () => {
  const classes = new Set(terms.filter((term) => term.kind === 'class').map((term) => `${term.name}.ttl`));

  it('exist for each class, valid and invalid', () => {
    for (const folder of ['valid', 'invalid']) expect([...classes].filter((file) => !files(folder).includes(file))).toEqual([]);
  });

  it.each(files('valid'))('valid/%s conforms', async (file) => {
    const quads = quadsOf(`examples/valid/${file}`);
    expect(await validate(quads)).toEqual([]);
    const name = `https://w3id.org/demarche/ontology#${file.slice(0, -4)}`;
    if (classes.has(file))
      expect(
        quads.map((q) => q.object.value),
        'an example must hold an instance',
      ).toContain(name);
  });

  it.each(files('invalid'))('invalid/%s fails where and as it says', async (file) => {
    const name = `examples/invalid/${file}`;
    const [, path, message] = /^# Fails at: (.+)\n# Message: (.+)\n/.exec(read(name))!;
    const findings = await validate(quadsOf(name));
    expect(findings.map((finding) => [finding.path ?? '-', finding.message])).toContainEqual([
      path,
      expect.stringContaining(message!),
    ]);
    expect(new Set(findings.map((finding) => finding.focus)).size, 'one node is at fault').toBe(1);
  });
});

describe('what the program writes', () => {
  it('conforms: the shipped topics', async () => {
    const topics = quadsOf('topics.ttl');
    expect(topics.length).toBeGreaterThan(100);
    expect(await validate(topics)).toEqual([]);
  });

  it('conforms: article and derived graph', async () => {
    const quads = toQuads(input, options);
    expect(await validate(quads)).toEqual([]);
    expect(await validate(deriveRelations(quads))).toEqual([]);
  });

  it('is reported where a date is none of the calendar', async () => {
    const statements = input.extraction.statements.map((statement) => ({ ...statement, said: '2031-02-30' }));
    const findings = await validate(toQuads({ ...input, extraction: { ...input.extraction, statements } }, options));
    expect(findings.map((finding) => finding.path)).toEqual(['dem:timePrecision']);
  });
});
