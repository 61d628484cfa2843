import { type ArticleReader, loadReader } from '../../app/reader.ts';
import type { Attribution } from '../../model/attribution.ts';
import { DemarcheError } from '../../model/errors.ts';
import { contains, type Span } from '../../model/span.ts';
import type { Sentence } from '../../model/syntax.ts';
import { decodeCorpus } from '../gzip.ts';
import { withParses } from '../parses.ts';
import { Tally } from '../tally.ts';
import type { SuiteInput, SuiteReport } from '../types.ts';
import { type GoldArticle, type GoldAttribution, parseGold } from './gold.ts';
import { type Comparison, compare } from './matching.ts';

/** Scores sources and contents of attributions against brat annotations (the format of PolNeAR). */
export async function runAttribution({ path, files, progress, verbose }: SuiteInput): Promise<SuiteReport> {
  const golds = parseGold(path, decodeCorpus(path, await files.read(path)));
  if (golds.length === 0) throw new DemarcheError('input', 'no articles here', { location: { file: path } });
  const reader = loadReader();
  const tally = new Tally();
  const parsed = new Map<string, readonly Sentence[]>();
  progress.start(golds.length, 'scoring');
  for (const gold of golds) {
    progress.step(gold.id);
    tally.unit();
    const sentences = scoreArticle(gold, reader, tally);
    if (verbose) parsed.set(gold.id, sentences);
  }
  progress.stop();
  return {
    suite: 'attribution',
    n: golds.length,
    layers: Object.fromEntries(tally.layers),
    scores: {},
    counts: {},
    intervals: tally.intervals,
    rules: tally.rules,
    findings: withParses(tally.findings, parsed),
  };
}

/** Adds an article to the tally; gives its sentences. */
function scoreArticle(gold: GoldArticle, reader: ArticleReader, tally: Tally): readonly Sentence[] {
  const document = reader.document({ name: `${gold.id}.txt`, bytes: new TextEncoder().encode(gold.text) });
  const { attributions, sentences } = reader.attributions(document);
  const comparison = compare(document.text, gold.attributions, attributions, (spans) => headOf(sentences, spans));
  const right = (what: 'contentRight' | 'sourceRight'): number => comparison.pairs.filter((pair) => pair[what]).length;
  tally.layer('sourceHead', {
    right: right('sourceRight'),
    predicted: comparison.sourcedFound,
    gold: comparison.sourcedGold,
  });
  tally.layer('content', {
    right: right('contentRight'),
    predicted: attributions.length,
    gold: gold.attributions.length,
  });
  const pairOf = new Map(comparison.pairs.map((pair) => [pair.found, pair]));
  attributions.forEach((one, i) => {
    tally.judge(gold.id, 'content', one, pairOf.get(i)?.contentRight ? 'right' : 'wrong');
    if (one.source) tally.judge(gold.id, 'sourceHead', one, pairOf.get(i)?.sourceRight ? 'right' : 'wrong');
  });
  list(gold, attributions, comparison, tally);
  return sentences;
}

const NOMINAL = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET']);

/** Head of a phrase by the program's own tree: the first nominal whose head stands outside the phrase, else the first such word. */
export function headOf(sentences: readonly Sentence[], spans: readonly Span[]): Span | undefined {
  const first = spans[0];
  const sentence = first && sentences.find((one) => one.start <= first.start && first.start < one.end);
  const inside = sentence?.tokens.filter((token) => token.upos !== 'PUNCT' && spans.some((span) => contains(span, token))) ?? [];
  const heads = inside.filter((token) => !inside.some((other) => other.index === token.head));
  return heads.find((token) => NOMINAL.has(token.upos) && token.deprel !== 'det') ?? heads[0] ?? first;
}

function list(gold: GoldArticle, attributions: readonly Attribution[], { pairs }: Comparison, tally: Tally): void {
  const quote = (spans: readonly Span[]): string => spans.map((span) => gold.text.slice(span.start, span.end)).join(' … ');
  const goldLine = (one: GoldAttribution): string => `${quote(one.source)} | ${quote(one.cue)} | ${quote(one.content)}`;
  const foundLine = (one: Attribution): string =>
    `${quote(one.source ? [one.source] : [])} | ${quote(one.cue ? [one.cue] : [])} | ${quote(one.content)}`;
  const matched = new Map(pairs.map((pair) => [pair.gold, pair]));
  const used = new Set(pairs.map((pair) => pair.found));
  gold.attributions.forEach((one, i) => {
    const pair = matched.get(i);
    if (!pair) tally.findingAt(one.content[0], gold.id, 'missed', goldLine(one));
    else if (!pair.contentRight || (!pair.sourceRight && one.source.length > 0))
      tally.findingAt(
        one.content[0],
        gold.id,
        'differs',
        goldLine(one),
        attributions[pair.found]!.rule,
        foundLine(attributions[pair.found]!),
      );
  });
  attributions.forEach((one, i) => {
    if (!used.has(i)) tally.findingAt(one.content[0], gold.id, 'false alarm', one.rule, foundLine(one));
  });
}
