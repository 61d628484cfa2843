import { deriveRelations } from '../rdf/derive.ts';
import type { Quad } from '../rdf/factory.ts';
import { VOCABULARY_PREFIXES } from '../rdf/namespaces.ts';
import { type ShapeFinding, shapeValidator } from '../rdf/shacl.ts';
import { attemptEach, type Base, paths } from './base.ts';
import { VERBATIM_PROPERTIES } from './keep-text.ts';
import { readAnalysis } from './state.ts';
import type { CheckReport, Finding } from './verbatim.ts';

const abbreviate = (iri: string): string => {
  const found = Object.entries(VOCABULARY_PREFIXES).find(([, namespace]) => iri.startsWith(namespace));
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
};

const VERBATIM_NAMES = new Set([...VERBATIM_PROPERTIES].map(abbreviate));

/** With `keepText: none` words are missing on purpose. */
const isExpected = (finding: ShapeFinding, base: Base): boolean =>
  base.settings.keepText === 'none' && VERBATIM_NAMES.has(finding.path?.split('/').at(-1) ?? '');

const toFinding = (finding: ShapeFinding, file: string): Finding => ({
  file,
  subject: finding.focus,
  message: finding.path === null ? finding.message : `${finding.path}: ${finding.message}`,
});

/** The findings once each: two constraints of one property give the same message. */
const distinct = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
];

/**
 * Validates each article's graph, and the ties derived from all, against the shapes.
 * @param shapes the quads of ontology/shapes.ttl
 */
export const checkShapes = async (base: Base, shapes: readonly Quad[]): Promise<CheckReport> => {
  const validate = await shapeValidator(shapes);
  const all: Quad[] = [];
  const findings: Finding[] = [];
  const check = async (quads: readonly Quad[], file: string): Promise<void> => {
    const found = await validate(quads);
    findings.push(...distinct(found.filter((finding) => !isExpected(finding, base)).map((finding) => toFinding(finding, file))));
  };
  const { problems } = await attemptEach(await base.articleIds(), async (id) => {
    const quads = await base.readGraph(id);
    all.push(...quads);
    await check(quads, paths.graph(id));
  });
  await check(deriveRelations(all, { base: base.settings.base }), paths.relations);
  const analysis = await readAnalysis(base);
  await check(analysis.value, paths.analysis);
  return {
    checked: new Set(all.map((quad) => quad.subject.value)).size,
    unchecked: 0,
    findings,
    problems: [...problems, ...analysis.problems],
  };
};
