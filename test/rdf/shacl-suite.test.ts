import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Parser } from 'n3';
import { afterAll, describe, expect, it } from 'vitest';
import type { Quad, Term } from '../../src/rdf/factory.ts';
import { shapeValidator } from '../../src/rdf/shacl.ts';
import { ROOT } from '../shared.ts';

/*
 * The W3C data shapes test suite, core part. The archive lies beside the repository, not in it:
 * DEMARCHE_SHARED or ../shared, in suites/shacl.tar.gz.
 */

const archive = join(process.env.DEMARCHE_SHARED ?? resolve(ROOT, '..', 'shared'), 'suites', 'shacl.tar.gz');
const here = existsSync(archive);
const folder = here ? mkdtempSync(join(tmpdir(), 'demarche-shacl-')) : '';
if (here) execFileSync('tar', ['xzf', archive, '-C', folder]);
afterAll(() => {
  if (here) rmSync(folder, { recursive: true });
});

const SH = 'http://www.w3.org/ns/shacl#';
const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const SHT = 'http://www.w3.org/ns/shacl-test#';

const load = (file: string): Quad[] =>
  new Parser({ baseIRI: pathToFileURL(file).href }).parse(readFileSync(file, 'utf8')) as unknown as Quad[];

const coreFiles = (directory: string): string[] =>
  readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return coreFiles(path);
    return entry.name.endsWith('.ttl') && entry.name !== 'manifest.ttl' ? [path] : [];
  });

const value = (quads: readonly Quad[], subject: Term, predicate: string): Term | undefined =>
  quads.find((q) => q.subject.equals(subject) && q.predicate.value === predicate)?.object;

const show = (term: Term | undefined): string => (term?.termType === 'BlankNode' ? '_' : (term?.value ?? ''));

interface Case {
  readonly name: string;
  readonly data: string;
  readonly shapes: string;
  readonly conforms: boolean;
  readonly results: readonly string[];
}

const casesOf = (file: string): Case[] => {
  const quads = load(file);
  const tests = quads.filter((q) => q.object.value === `${SHT}Validate`).map((q) => q.subject);
  return tests.map((test) => {
    const action = value(quads, test, `${MF}action`)!;
    const report = value(quads, test, `${MF}result`)!;
    const nodes = quads.filter((q) => q.subject.equals(report) && q.predicate.value === `${SH}result`).map((q) => q.object);
    return {
      name: file.slice(file.indexOf('core')),
      data: value(quads, action, `${SHT}dataGraph`)!.value,
      shapes: value(quads, action, `${SHT}shapesGraph`)!.value,
      conforms: value(quads, report, `${SH}conforms`)!.value === 'true',
      results: nodes
        .map((node) =>
          ['focusNode', 'sourceConstraintComponent', 'value'].map((name) => show(value(quads, node, SH + name))).join(' '),
        )
        .sort(),
    };
  });
};

describe.skipIf(!here)('W3C SHACL core suite (not run where the archive is absent)', () => {
  const cases = here ? coreFiles(join(folder, 'data-shapes-test-suite', 'tests', 'core')).flatMap(casesOf) : [];

  it('has 98 cases', () => expect(cases).toHaveLength(98));

  it.each(cases.map((each) => [each.name, each] as const))('%s', async (_name, { data, shapes, conforms, results }) => {
    const validate = await shapeValidator(load(new URL(shapes).pathname));
    const findings = await validate(load(new URL(data).pathname));
    expect(findings.length === 0).toBe(conforms);
    const blank = (text: string | null): string =>
      text === null ? '' : /^(?:b|n3-|_)\d*_?/.test(text) && !text.includes(':') ? '_' : text;
    expect(findings.map((f) => [blank(f.focus), f.constraint, blank(f.value)].join(' ')).sort()).toEqual(results);
  });
});
