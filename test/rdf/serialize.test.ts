import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { describe, expect, it } from 'vitest';
import { DemarcheError } from '../../src/model/errors.ts';
import { blank, iri, langString, type Quad, quad, string, typed } from '../../src/rdf/factory.ts';
import { toQuads } from '../../src/rdf/mapping.ts';
import { sortQuads, termKey } from '../../src/rdf/order.ts';
import { parseQuads, type TextFormat } from '../../src/rdf/parse.ts';
import { RDF_FORMATS, type RdfFormat, serialize } from '../../src/rdf/serialize.ts';
import { input, options } from './fixture.ts';

const article = toQuads(input, options);
const keys = (quads: readonly Quad[]): string[] =>
  quads.map((q) => [q.subject, q.predicate, q.object, q.graph].map((term) => termKey(term)).join(' ')).sort();
const triples = (quads: readonly Quad[]): string[] =>
  [...new Set(quads.map((q) => [q.subject, q.predicate, q.object].map((term) => termKey(term)).join(' ')))].sort();

const parseJsonLd = (text: string): Promise<Quad[]> =>
  new Promise((resolve, reject) => {
    const quads: Quad[] = [];
    const parser = new JsonLdParser();
    parser.on('data', (q: Quad) => quads.push(q));
    parser.on('error', reject);
    parser.on('end', () => resolve(quads));
    parser.end(text);
  });

const read = async (text: string, format: RdfFormat): Promise<Quad[]> =>
  format === 'jsonld' ? parseJsonLd(text) : parseQuads(text, `x.${format}`, format as TextFormat);

describe('an article in every format', () => {
  it.each(RDF_FORMATS)('%s reads back as the same graph', async (format) => {
    const back = await read(serialize(article, format), format);
    if (format === 'turtle' || format === 'ntriples') expect(triples(back)).toEqual(triples(article));
    else expect(keys(back)).toEqual(keys(article));
  });

  it.each(RDF_FORMATS)('%s does not depend on the order of the quads', (format) => {
    const shuffled = [...article].reverse().concat(article.slice(0, 50));
    expect(serialize(shuffled, format)).toBe(serialize(article, format));
  });

  it('TriG is, byte for byte, the golden file', () => {
    expect(serialize(article, 'trig')).toBe(readFileSync(new URL('golden.trig', import.meta.url), 'utf8'));
  });

  it('uses the prefixes of another base', () => {
    const other = serialize(toQuads(input, { ...options, base: 'http://localhost/kb/' }), 'turtle', {
      base: 'http://localhost/kb/',
    });
    expect(other).toContain('@prefix actor: <http://localhost/kb/actor/> .');
    expect(other).not.toContain('w3id.org/demarche/id');
  });

  const rapper = spawnSync('rapper', ['--version']).status === 0;
  it.skipIf(!rapper).each([
    ['turtle', 'turtle'],
    ['trig', 'trig'],
    ['nquads', 'nquads'],
    ['ntriples', 'ntriples'],
  ] as const)('rapper accepts %s (not run where raptor2-utils is absent)', (format, parser) => {
    const out = execFileSync('rapper', ['-q', '-i', parser, '-o', 'ntriples', '-', 'https://example.org/'], {
      input: serialize(article, format),
      encoding: 'utf8',
    });
    expect(out.trim().split('\n')).toHaveLength(article.length);
  });
});

describe('shape of the text', () => {
  const s = iri('https://w3id.org/demarche/id/actor/FRA');
  const p = (name: string) => iri(`https://w3id.org/demarche/ontology#${name}`);
  const graph = iri('https://w3id.org/demarche/id/graph/x');

  it('puts `a` and the label first, one predicate per line, objects sorted, short forms for numbers', () => {
    const text = serialize(
      [
        quad(s, p('listed'), typed('true', 'http://www.w3.org/2001/XMLSchema#boolean'), graph),
        quad(s, p('cow'), typed('220', 'http://www.w3.org/2001/XMLSchema#integer'), graph),
        quad(s, iri('http://www.w3.org/2000/01/rdf-schema#label'), langString('Frankreich', 'de-CH'), graph),
        quad(s, iri('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), p('State'), graph),
        quad(s, iri('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), p('Actor'), graph),
      ],
      'trig',
    );
    expect(text.slice(text.indexOf('graph:x'))).toBe(
      'graph:x {\n    actor:FRA a dem:Actor, dem:State ;\n        rdfs:label "Frankreich"@de-ch ;\n        dem:cow 220 ;\n        dem:listed true .\n}\n',
    );
  });

  it('writes nothing for no quads but a valid document', () => {
    expect(serialize([], 'turtle')).toBe('');
    expect(JSON.parse(serialize([], 'jsonld'))['@graph']).toEqual([]);
  });

  it('shortens no IRI whose rest is no local name', () => {
    const text = serialize(
      [quad(iri('https://w3id.org/demarche/id/actor/a/b'), p('x'), iri('https://w3id.org/demarche/id/actor/'), graph)],
      'trig',
    );
    expect(text).toContain('<https://w3id.org/demarche/id/actor/a/b> dem:x <https://w3id.org/demarche/id/actor/> .');
  });

  it('refuses in JSON-LD what would read as a prefixed name', () => {
    const trap = [quad(iri('actor:CHN'), p('x'), string('y'), graph)];
    expect(() => serialize(trap, 'jsonld')).toThrow(DemarcheError);
    expect(keys(parseQuads(serialize(trap, 'trig'), 'x.trig'))).toEqual(keys(trap));
  });
});

describe('JSON-LD', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => string(text)),
    fc.tuple(fc.string({ maxLength: 8 }), fc.constantFrom('en', 'pt-BR')).map(([text, tag]) => langString(text, tag)),
    fc
      .tuple(
        fc.constantFrom('0', '7', '007', '-3', '0.50', 'true', 'false', '1', '12345678901234567890'),
        fc.constantFrom('integer', 'decimal', 'boolean', 'date', 'nonNegativeInteger'),
      )
      .map(([text, type]) => typed(text, `http://www.w3.org/2001/XMLSchema#${type}`)),
    fc.constantFrom('https://w3id.org/demarche/id/actor/FRA', 'https://example.org/x', 'urn:x').map(iri),
    fc.constantFrom('b0', 'b1').map(blank),
  );
  const property = fc.constantFrom(
    'dem:target',
    'dem:confidence',
    'dem:claimCount',
    'dem:reciprocal',
    'dem:cue',
    'oa:start',
    'rdf:type',
  );
  const expand = (name: string): string =>
    name
      .replace('dem:', 'https://w3id.org/demarche/ontology#')
      .replace('oa:', 'http://www.w3.org/ns/oa#')
      .replace('rdf:', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#');

  it('keeps every literal under every property', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(property, value), { minLength: 1, maxLength: 6 }), async (pairs) => {
        const quads = sortQuads(pairs.map(([name, object]) => quad(iri('urn:s'), iri(expand(name)), object, iri('urn:g'))));
        expect(keys(await parseJsonLd(serialize(quads, 'jsonld')))).toEqual(keys(quads));
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

describe('reading', () => {
  it.each([
    ['a.ttl', '@prefix x: <urn:x> .\nx:a x:b "open', 2],
    ['a.nt', '<urn:a> <urn:b> <urn:c> .\nnonsense\n', 2],
    ['graphs/a.trig', '<urn:g> {\n <urn:a> <urn:b> <urn:c> .\n', null],
    ['a.ttl', '@prefix :<:> .', null],
  ])('%s: names the file%s', (file, text, line) => {
    try {
      parseQuads(text, file);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(DemarcheError);
      expect((error as DemarcheError).kind).toBe('rdf');
      expect((error as DemarcheError).location?.file).toBe(file);
      if (line !== null) expect((error as DemarcheError).location?.line).toBe(line);
    }
  });
});
