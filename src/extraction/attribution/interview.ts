import type { Block } from '../../model/document.ts';
import { contains, type Span } from '../../model/span.ts';
import type { Entity } from '../entities.ts';
import type { Reading } from '../reading.ts';
import { low } from '../syntax/tree.ts';
import { labelAttributions } from './labels.ts';
import { plainWords } from './plain-words.ts';
import type { Statement } from './types.ts';

/** A block of an interview that answers, and whether it begins the answer. */
interface Answer {
  readonly span: Span;
  readonly rule: string;
}

/** "Q:", "A.", "Question:": one word of a class of data/reading before a colon or full stop. */
const TURN = /^(\p{L}+)\s?[:.]\s+(?=\S)/u;
/** An interview has at least so many questions. */
const QUESTIONS = 3;
const FIRST_PERSON = new Set(['i', 'we', 'my', 'our', 'us', 'me']);

type Turn = 'question' | 'answer' | 'other';

const paragraphs = (reading: Reading): Block[] =>
  reading.document.blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'heading');

const words = (reading: Reading, { start, end }: Span): string => reading.text.slice(start, end);

function labelOf(reading: Reading, block: Block): { turn: Turn; length: number } | undefined {
  const match = TURN.exec(words(reading, block).slice(0, 40));
  if (!match) return undefined;
  const label = match[1]!.toLowerCase();
  if (reading.isClass('question-label', label)) return { turn: 'question', length: match[0].length };
  return reading.isClass('answer-label', label) ? { turn: 'answer', length: match[0].length } : undefined;
}

/** Answers under labels; what follows an answer without a label goes on with it while more turns follow. */
function labelledAnswers(reading: Reading, blocks: readonly Block[]): Answer[] {
  const labels = blocks.map((block) => labelOf(reading, block));
  const last = labels.findLastIndex((label) => label !== undefined);
  let turn: Turn = 'other';
  return blocks.slice(0, last + 1).flatMap((block, i) => {
    turn = labels[i]?.turn ?? turn;
    if (turn !== 'answer') return [];
    const span = { start: block.start + (labels[i]?.length ?? 0), end: block.end };
    return [{ span, rule: 'attribution.interview.labelled' }];
  });
}

/** A paragraph that is the interviewer's: it ends in a question mark and quotes nobody. */
const asks = (reading: Reading, block: Block): boolean =>
  /\?\s*$/.test(words(reading, block)) && !reading.quotes.some((quote) => contains(block, quote));

const isFirstPerson = (reading: Reading, block: Block): boolean =>
  reading.sentences.some(
    (sentence) => contains(block, sentence) && sentence.tokens.some((token) => FIRST_PERSON.has(low(token))),
  );

/** Paragraphs that ask, in an article without speaker labels, each answered by the paragraphs up to the next question; answers speak in the first person. */
function unlabelledAnswers(reading: Reading, blocks: readonly Block[]): Answer[] {
  const asked = blocks.flatMap((block, i) => (asks(reading, block) ? [i] : []));
  const labelled = labelAttributions(reading).some((one) => one.rule === 'attribution.label.transcript');
  if (labelled || asked.length < QUESTIONS) return [];
  const answers = asked.map((at, i) => blocks.slice(at + 1, asked[i + 1] ?? at + 2));
  const spoken = answers.filter((answer) => answer.some((block) => isFirstPerson(reading, block)));
  const quoted = answers.flat().some((block) => reading.quotes.some((quote) => quote.open === block.start));
  if (quoted || spoken.length * 2 < answers.length) return [];
  return answers.flat().map(({ start, end }) => ({ span: { start, end }, rule: 'attribution.interview.unlabelled' }));
}

/** The person an article speaks of most before the first answer: the one interviewed. */
function interviewee(reading: Reading, before: number): Entity | undefined {
  const counts = new Map<Entity, number>();
  for (const { entity, start } of reading.mentions)
    if (entity.type === 'person' && start < before) counts.set(entity, (counts.get(entity) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Answers of an interview in questions and answers, as the words of the person interviewed. */
export function interviewStatements(reading: Reading): Statement[] {
  const blocks = paragraphs(reading);
  const labelled = labelledAnswers(reading, blocks);
  const answers = labelled.length > 0 ? labelled : unlabelledAnswers(reading, blocks);
  const speaker = answers.length > 0 ? interviewee(reading, answers[0]!.span.start) : undefined;
  if (!speaker) return [];
  return answers.flatMap(({ span, rule }) => {
    const sentence = reading.sentences.find((one) => one.start <= span.start && span.start < one.end);
    if (!sentence) return [];
    return [plainWords(span, sentence.index, speaker, 0.85, rule)];
  });
}
