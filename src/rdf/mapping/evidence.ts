import { overlaps, type Span } from '../../model/span.ts';
import { iri, offset } from '../factory.ts';
import { OA } from '../namespaces.ts';
import { CLASS, DEM } from '../vocabulary.ts';
import { type MappingContext, sliceOf, words } from './context.ts';

/** Code units of context kept before and after a quote (W3C Web Annotation, section 4.2.4). */
const CONTEXT_LENGTH = 32;

const isLowSurrogate = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));

/** The text before and after a span, not cut within a character. */
const surroundings = (text: string, span: Span): { prefix: string; suffix: string } => {
  const from = Math.max(0, span.start - CONTEXT_LENGTH);
  const to = Math.min(text.length, span.end + CONTEXT_LENGTH);
  return {
    prefix: text.slice(isLowSurrogate(text, from) ? from + 1 : from, span.start),
    suffix: text.slice(span.end, isLowSurrogate(text, to) ? to - 1 : to),
  };
};

/** The sentences in which a span stands, as one span; the span itself where it stands in none. */
const sentencesAround = (sentences: readonly Span[], span: Span): Span => {
  const touched = sentences.filter((sentence) => overlaps(sentence, span));
  const start = Math.min(span.start, ...touched.map((sentence) => sentence.start));
  return { start, end: Math.max(span.end, ...touched.map((sentence) => sentence.end)) };
};

/** The words of the sentence in which a span begins: what a claim's IRI hashes. */
export const keySentence = (context: MappingContext, span: Span): string => {
  const first = context.sentences.find((sentence) => overlaps(sentence, span));
  return sliceOf(context, first ?? span);
};

/** Writes the evidence node of a span and returns its IRI; claims on the same span share it. */
export const mapEvidence = (context: MappingContext, span: Span): string => {
  const { graph, document, articleIri } = context;
  const exact = sliceOf(context, span);
  const evidence = context.iris.evidence(document, span);
  const sentence = sentencesAround(context.sentences, span);
  graph.type(evidence, CLASS.Evidence);
  graph.add(evidence, DEM.article, iri(articleIri));
  graph.add(evidence, DEM.sentence, words(sliceOf(context, sentence)));
  graph.add(evidence, DEM.sentenceStart, offset(sentence.start));
  graph.add(evidence, OA.hasTarget, iri(`${evidence}-target`));
  graph.type(`${evidence}-target`, OA.SpecificResource);
  graph.add(`${evidence}-target`, OA.hasSource, iri(articleIri));
  graph.add(`${evidence}-target`, OA.hasSelector, iri(`${evidence}-quote`), iri(`${evidence}-position`));
  const { prefix, suffix } = surroundings(document.text, span);
  graph.type(`${evidence}-quote`, OA.TextQuoteSelector);
  graph.add(`${evidence}-quote`, OA.exact, words(exact));
  graph.add(`${evidence}-quote`, OA.prefix, words(prefix));
  graph.add(`${evidence}-quote`, OA.suffix, words(suffix));
  graph.type(`${evidence}-position`, OA.TextPositionSelector);
  graph.add(`${evidence}-position`, OA.start, offset(span.start));
  graph.add(`${evidence}-position`, OA.end, offset(span.end));
  return evidence;
};
