import type { Attribution } from '../../model/attribution.ts';
import { contains, type Span } from '../../model/span.ts';
import type { Reading } from '../reading.ts';
import { base } from '../syntax/tree.ts';
import { attitudeHits } from './attitudes.ts';
import { contentOf } from './content.ts';
import { cueHits } from './cues.ts';
import { reportsOf } from './index.ts';
import { labelAttributions } from './labels.ts';
import { phraseOf } from './source.ts';
import type { CueHit, Report } from './types.ts';
import { unsourcedAttributions } from './unsourced.ts';

/** Content as it stands with its complementiser and quotation marks. */
function widened(reading: Reading, span: Span): Span {
  let { start, end } = span;
  const opening = reading.quotes.find((one) => one.start === start);
  if (opening) start = opening.open;
  const closing = reading.quotes.find((one) => one.open >= start && one.start < end && end <= one.close);
  if (closing) end = closing.close;
  const sentence = reading.sentences.find((one) => one.start <= start && start < one.end);
  const before = sentence?.tokens.filter((token) => token.end <= start).pop();
  if (before && /^(?:that|whether|if)$/i.test(before.form)) start = before.start;
  return { start, end };
}

/** Overlapping or touching stretches joined, in text order. */
function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = found.at(-1);
    if (last && span.start <= last.end + 1) found[found.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else found.push(span);
  }
  return found;
}

/**
 * Reports that are one attribution: those of one reporting word, the quotations that carry them on in the same paragraph,
 * and a quotation that runs on over paragraphs.
 */
function grouped(reading: Reading, reports: readonly Report[]): Report[][] {
  const groups = new Map<string | Report, Report[]>();
  const block = (report: Report): number => reading.sentences[report.sentence]!.block;
  for (const report of reports) {
    let root = report;
    while (root.carriesOn && (root.rule === 'attribution.run-on' || block(root.carriesOn) === block(root))) root = root.carriesOn;
    const key = root.cueAt ? `${root.cueAt.sentence}:${root.cueAt.token}` : root;
    const group = groups.get(key);
    if (group) group.push(report);
    else groups.set(key, [report]);
  }
  return [...groups.values()];
}

/** Content without the reporting clause that stands inside it ("The shells, he maintained, had not been fired"). */
function aroundTag(content: Span, source: Span | null, cue: Span | null): Span[] {
  if (!source || !cue || !contains(content, cue)) return [content];
  const start = Math.min(source.start, cue.start);
  const end = Math.max(source.end, cue.end);
  if (start <= content.start || end >= content.end) return [content];
  return [
    { start: content.start, end: start },
    { start: end, end: content.end },
  ];
}

function attributionOf(reading: Reading, reports: readonly Report[]): Attribution {
  const [first] = reports as [Report];
  // A quotation that carries on another paragraph has no words beside it that name its source.
  const report = first.carriesOn ? { ...first, source: null } : first;
  const head = report.source ? reading.tree(report.source.sentence).token(report.source.token) : null;
  const sameSentence = report.cueAt?.sentence === report.source?.sentence;
  const source = report.source
    ? phraseOf(reading.tree(report.source.sentence), report.source.token, sameSentence ? report.cueAt?.token : undefined)
    : null;
  return {
    source,
    sourceHead: head && { start: head.start, end: head.end },
    cue: report.cueSpan,
    content: joined(reports.flatMap((one) => aroundTag(widened(reading, one), source, one.cueSpan))),
    rule: report.rule,
  };
}

const cueKey = ({ cueAt }: Report): string => (cueAt ? `${cueAt.sentence}:${cueAt.token}` : '');

/** Relations of a report that keeps its own voice inside another report's content: a clause beside the content's main clause. */
const CLAUSES_BESIDE = new Set(['advcl', 'root', 'parataxis']);

/**
 * What is thought or said inside somebody's quoted or reported words is theirs and not attributed anew, unless a report
 * stands there as a clause beside the main one ("…, as officials say").
 */
function standsFree(reading: Reading, one: Attribution, all: readonly Attribution[], attitude: boolean): boolean {
  const { cue } = one;
  if (!cue) return true;
  const outer = all.some((other) => other !== one && other.content.some((part) => contains(part, cue)));
  if (!outer || attitude) return !outer;
  const sentence = reading.sentences.find((candidate) => candidate.start <= cue.start && cue.start < candidate.end);
  const word = sentence?.tokens.find((token) => token.start === cue.start);
  return one.rule !== 'attribution.complement' || (word !== undefined && CLAUSES_BESIDE.has(base(word)));
}

/**
 * Everything the article attributes to somebody: statements, beliefs, intentions and attitudes, with sources of any kind.
 * Headlines are read as well.
 */
export function findAttributions(reading: Reading): Attribution[] {
  const hits = reading.sentences.flatMap((sentence) => cueHits(reading, sentence.index));
  const reports = reportsOf(reading, hits);
  const groups = grouped(reading, reports);
  const attitudes = reading.sentences
    .flatMap(({ index }) => attitudeHits(reading, index))
    .filter((hit) => !reading.quoteAt(hit.span));
  const wider = new Map(attitudes.map((hit) => [`${hit.sentence}:${hit.token}`, hit]));
  const taken = new Set(reports.map(cueKey));
  const spoken = groups.map((group) => {
    const [first] = group as [Report];
    const hit = first.rule === 'attribution.quoted-part' ? wider.get(cueKey(first)) : undefined;
    const whole = hit && attitudeOf(reading, hit);
    return whole?.content.some((part) => contains(part, first)) ? whole : attributionOf(reading, group);
  });
  const felt = attitudes
    .filter((hit) => !taken.has(`${hit.sentence}:${hit.token}`))
    .flatMap((hit) => attitudeOf(reading, hit) ?? []);
  const labels = labelAttributions(reading);
  const open = reading.sentences
    .flatMap(({ index }) => unsourcedAttributions(reading, index))
    .filter((one) => !reading.quoteAt(one.cue!) && ![...spoken, ...felt].some((other) => other.cue?.start === one.cue!.start));
  const all = [...spoken, ...felt, ...open];
  return [
    ...labels,
    ...spoken.filter((one) => standsFree(reading, one, spoken, false)),
    ...[...open, ...felt].filter((one) => standsFree(reading, one, all, true)),
  ].sort((a, b) => a.content[0]!.start - b.content[0]!.start);
}

const WORD_CLASS = { V: 'verb', N: 'noun', A: 'adjective', P: 'preposition' } as const;

function attitudeOf(reading: Reading, hit: CueHit): Attribution | undefined {
  const span = contentOf(reading, hit);
  if (!span) return undefined;
  const tree = reading.tree(hit.sentence);
  const head = tree.token(hit.source);
  return {
    source: phraseOf(tree, hit.source, hit.token),
    sourceHead: { start: head.start, end: head.end },
    cue: hit.span,
    content: [widened(reading, span)],
    rule: `attribution.${hit.rule}.${WORD_CLASS[hit.pos]}`,
  };
}
