import type { Span } from '../../model/span.ts';
import type { Entity } from '../entities.ts';
import type { Mention } from '../mentions/types.ts';
import type { Quote } from '../quotes.ts';
import type { Reading } from '../reading.ts';
import { base } from '../syntax/tree.ts';
import { phraseOf } from './source.ts';
import { speakerAt } from './speaker.ts';
import type { CueHit, Report, SourceWord } from './types.ts';

/** Who utters: an actor, or only a word of the text. */
interface Utterer {
  readonly speaker: Entity | null;
  readonly mention: Mention | null;
  readonly source: SourceWord | null;
}

/** Speaker of the words before, for quotations without a reporting clause of their own. */
interface Floor extends Utterer {
  readonly report: Report;
  readonly block: number;
  readonly end: number;
}

/** Fewer words in marks are a label, not speech, unless they are a whole sentence. */
const SPEECH_WORDS = 4;

const words = (reading: Reading, quote: Quote): number => reading.text.slice(quote.start, quote.end).trim().split(/\s+/).length;

const sentencesOf = (reading: Reading, quote: Quote): number[] =>
  reading.sentences
    .filter((sentence) => sentence.start < quote.end && quote.start < sentence.end)
    .map((sentence) => sentence.index);

/** Distance in characters between a reporting clause (cue and source) and a quotation; Infinity if the cue is inside it. */
function distance(reading: Reading, hit: CueHit, quote: Quote): number {
  if (hit.span.start >= quote.open && hit.span.end <= quote.close) return Number.POSITIVE_INFINITY;
  const source = phraseOf(reading.tree(hit.sentence), hit.source, hit.token);
  const behind = quote.open - Math.max(hit.span.end, source.start < quote.open ? Math.min(source.end, quote.open) : 0);
  const before =
    Math.min(hit.span.start, source.end > quote.close ? Math.max(source.start, quote.close) : hit.span.start) - quote.close;
  return hit.span.end <= quote.open ? behind : before;
}

/** Verbs of saying introduce quotations before verbs that name an act, those before nouns ("said in a statement"). */
const rank = (hit: CueHit): number => (hit.pos === 'N' || hit.pos === 'A' ? 2 : hit.speech ? 0 : 1);

/** How far a reporting clause may stand from the marks, in characters. */
const REACH = 200;

/** The cue that introduces a quotation: in a sentence the quotation touches, verbs of saying first, then the nearest to its marks. */
function introducing(reading: Reading, quote: Quote, hits: readonly CueHit[]): CueHit | undefined {
  const touched = new Set(sentencesOf(reading, quote));
  return hits
    .filter((hit) => touched.has(hit.sentence) && !reading.quoteAt(hit.span))
    .map((hit) => ({ hit, far: distance(reading, hit, quote) }))
    .filter(({ far }) => far < REACH)
    .sort((a, b) => rank(a.hit) - rank(b.hit) || a.far - b.far)[0]?.hit;
}

/** The quoted words hang on the reporting word ("praised X for its "independent spirit""). */
function governs(reading: Reading, hit: CueHit, quote: Quote): boolean {
  const tree = reading.tree(hit.sentence);
  const inside = tree.tokens.find((token) => token.start >= quote.start && token.end <= quote.end);
  return inside !== undefined && tree.isAncestor(hit.token, inside.index);
}

/** "condemned the use of mines "by anyone"": the object of the reporting verb that the quoted words are part of. */
function objectAround(reading: Reading, hit: CueHit, quote: Quote): Span | undefined {
  if (hit.pos !== 'V') return undefined;
  const tree = reading.tree(hit.sentence);
  return tree
    .exactly(hit.token, 'obj')
    .filter((object) => object > hit.token)
    .map((object) => tree.phrase(object))
    .filter((phrase) => phrase.start < quote.end && quote.start < phrase.end)
    .map(({ start, end }) => ({ start: Math.min(start, quote.open), end: Math.max(end, quote.close) }))
    .find((span) => span.start < quote.open && tree.at(span.start) > hit.token && !crosses(reading, span));
}

/** True if a span ends inside a quotation. */
const crosses = (reading: Reading, { start, end }: Span): boolean =>
  reading.quotes.some((quote) => (quote.open < start && start < quote.end) || (quote.start < end && end < quote.end));

/** Paragraph's sentence before the quotation that ends in a colon, or the lead-in "X went on:". */
function leadIn(reading: Reading, quote: Quote, hits: readonly CueHit[]): CueHit | undefined {
  const before = reading.sentences.filter((sentence) => sentence.end <= quote.open + 1).pop();
  if (!before || !/:\s*$/.test(reading.text.slice(before.start, quote.open))) return undefined;
  return hits.filter((hit) => hit.sentence === before.index).pop();
}

/** "She went on:" and the like: any subject of a sentence that ends in a colon speaks. */
function leadInSubject(reading: Reading, quote: Quote): Utterer | undefined {
  const before = reading.sentences.filter((sentence) => sentence.end <= quote.open + 1).pop();
  if (!before || !/:\s*$/.test(reading.text.slice(before.start, quote.open))) return undefined;
  const tree = reading.tree(before.index);
  const subject = tree.tokens.filter((token) => base(token) === 'nsubj').pop();
  return subject && uttererAt(reading, before.index, subject.index);
}

function uttererAt(reading: Reading, sentence: number, token: number): Utterer {
  const found = speakerAt(reading, sentence, token);
  return { speaker: found?.entity ?? null, mention: found?.mention ?? null, source: { sentence, token } };
}

const uttererOf = (hit: CueHit): Utterer => ({
  speaker: hit.speaker,
  mention: hit.speakerMention,
  source: { sentence: hit.sentence, token: hit.source },
});

const isWholeSentence = (reading: Reading, quote: Quote): boolean => {
  const before = reading.text.slice(0, quote.open).trimEnd().at(-1);
  return (
    (before === undefined || /[.!?:…”"\n]/.test(before)) &&
    /^[\p{Lu}\d(…]/u.test(reading.text.slice(quote.start, quote.end).trimStart())
  );
};

function report(
  reading: Reading,
  quote: Quote,
  { speaker, mention, source }: Utterer,
  by: CueHit | Report | undefined,
  rule: string,
  confidence: number,
): Report {
  const hit = by && 'cueAt' in by ? undefined : by;
  return {
    start: quote.start,
    end: quote.end,
    sentence: sentencesOf(reading, quote)[0] ?? 0,
    speaker,
    speakerMention: mention,
    source,
    voice: 'direct',
    cue: hit?.cue ?? null,
    cueSpan: hit?.span ?? null,
    cueAt: hit ? { sentence: hit.sentence, token: hit.token } : null,
    via: null,
    carriesOn: by && 'cueAt' in by ? by : null,
    confidence,
    rule,
  };
}

/** Somebody is quoted inside other words already attributed: the marks only show whose words they are. */
const covered = (quote: Quote, reports: readonly Report[]): Report | undefined =>
  reports.find((one) => one.start <= quote.start && quote.end <= one.end && one.voice !== 'direct');

/**
 * Speakers of quotations. Regularities, in this order: a reporting clause in the same sentence; a lead-in with a colon;
 * a quotation that runs on from the paragraph before; a quotation that floats behind the same speaker's reported words
 * (O'Keefe et al. 2012 call these implicit or anaphoric speakers).
 */
export function directReports(reading: Reading, hits: readonly CueHit[], indirect: readonly Report[]): Report[] {
  const found: Report[] = [];
  let floor: Floor | undefined;
  let runsOn = false;
  const events = [...indirect].sort((a, b) => a.start - b.start);
  for (const quote of reading.quotes) {
    for (const one of events) if (one.start <= quote.open) floor = advance(reading, floor, one);
    const wasRunning = runsOn;
    runsOn = quote.runsOn;
    const outer = covered(quote, indirect);
    if (outer) continue;
    const same = indirect.find((one) => one.voice === 'direct' && one.start === quote.start);
    if (same) {
      floor = advance(reading, floor, same);
      continue;
    }
    const made = attribute(reading, quote, hits, floor, wasRunning);
    if (made) {
      found.push(made);
      floor = advance(reading, floor, made);
    }
  }
  return found;
}

function advance(reading: Reading, floor: Floor | undefined, one: Report): Floor {
  const block = reading.sentences[one.sentence]!.block;
  if (floor && floor.end > one.end) return floor;
  return { speaker: one.speaker, mention: one.speakerMention, source: one.source, report: one, block, end: one.end };
}

function attribute(
  reading: Reading,
  quote: Quote,
  hits: readonly CueHit[],
  floor: Floor | undefined,
  runningOn: boolean,
): Report | undefined {
  const whole = isWholeSentence(reading, quote);
  if (runningOn && floor) return report(reading, quote, floor, floor.report, 'attribution.run-on', 0.9);
  const hit = introducing(reading, quote, hits);
  if (hit && (whole || words(reading, quote) >= SPEECH_WORDS || governs(reading, hit, quote))) {
    const rule = whole ? 'attribution.direct' : 'attribution.quoted-part';
    const made = report(reading, quote, uttererOf(hit), hit, rule, whole ? 0.95 : 0.85);
    const object = whole ? undefined : objectAround(reading, hit, quote);
    return object ? { ...made, ...object, voice: 'mixed' } : made;
  }
  if (!whole && words(reading, quote) < SPEECH_WORDS) return undefined;
  const lead = leadIn(reading, quote, hits);
  if (lead) return report(reading, quote, uttererOf(lead), lead, 'attribution.colon', 0.9);
  const subject = leadInSubject(reading, quote);
  if (subject) return report(reading, quote, subject, undefined, 'attribution.colon', 0.85);
  return floating(reading, quote, floor);
}

/** A quotation with no reporting clause belongs to whoever has the floor in this or the paragraph before. */
function floating(reading: Reading, quote: Quote, floor: Floor | undefined): Report | undefined {
  if (floor && quote.block - floor.block <= 1) {
    const near = quote.block === floor.block;
    return report(reading, quote, floor, floor.report, 'attribution.floating', near ? 0.85 : 0.75);
  }
  const before = reading.sentences.filter((sentence) => sentence.end <= quote.open && sentence.block === quote.block).pop();
  if (before) {
    const tree = reading.tree(before.index);
    const subject = tree.tokens.find((token) => base(token) === 'nsubj' && token.head >= 0 && tree.token(token.head).head < 0);
    const utterer = subject && uttererAt(reading, before.index, subject.index);
    if (utterer?.speaker?.type === 'person')
      return report(reading, quote, utterer, undefined, 'attribution.subject-before', 0.75);
  }
  reading.abstain(quote, 'quotation without a speaker', 'attribution.none');
  return undefined;
}
