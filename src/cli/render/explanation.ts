import type { Document } from '../../model/document.ts';
import type { ExplainedSentence, NearMiss } from '../../model/explanation.ts';
import type { Extraction } from '../../model/extraction.ts';
import { type Span, textOf } from '../../model/span.ts';
import { cleanLine } from '../../report/clean.ts';
import { drawTree } from '../../report/dependency-tree.ts';
import type { Colours } from '../session.ts';

/** How an article was read, sentence by sentence, for somebody who asks why a claim is there or is missing. */
export function explanationSheet(
  { text }: Document,
  { coverage }: Extraction,
  sentences: readonly ExplainedSentence[],
  colours: Colours,
): string {
  const words = (span: Span): string => cleanLine(textOf(text, span));
  const parts = sentences.map((one) => sentenceLines(one, words, colours).join('\n'));
  return [...parts, coverageLine(coverage)].join('\n\n');
}

const coverageLine = ({ claims, abstentions, share }: Extraction['coverage']): string =>
  `Coverage: ${claims} claims made, ${abstentions} things seen and not decided (${Math.round(100 * share)} % decided)`;

function sentenceLines(
  { sentence, mentions, fired, nearly, abstentions }: ExplainedSentence,
  words: (span: Span) => string,
  colours: Colours,
): string[] {
  const { tokens } = sentence;
  const list = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : [`  ${title}`, ...lines.map((line) => `    ${cleanLine(line)}`)];
  const width = Math.max(...tokens.map(({ index }) => String(index + 1).length));
  return [
    colours.bold(`${sentence.index + 1}. ${words(sentence)}`),
    ...drawTree(tokens, (token) => label(token, width)).map((line) => `  ${line}`),
    ...list(
      'mentions',
      mentions.map((one) => `“${words(one)}” → ${one.actor} (${one.kind}, ${one.rule})`),
    ),
    ...list(
      'fired',
      fired.map(({ layer, id, rule, frame, confidence, claim }) => {
        const by = frame === null ? rule : `${rule}, frame ${frame}`;
        return `${layer} ${id}: ${claim} · ${by} · confidence ${confidence.toFixed(2)}`;
      }),
    ),
    ...list(
      'nearly fired',
      nearly.map((one) => `${tokens[one.token]?.form ?? ''}: ${nearMiss(one)}`),
    ),
    ...list(
      'seen and not decided',
      abstentions.map((one) => `“${words(one)}”: ${one.reason} (${one.rule})`),
    ),
  ];
}

const label = ({ index, form, lemma, upos, deprel }: ExplainedSentence['sentence']['tokens'][number], width: number): string =>
  `${String(index + 1).padStart(width)} ${cleanLine(form)} ${upos} ${deprel}${lemma.toLowerCase() === form.toLowerCase() ? '' : ` ${cleanLine(lemma)}`}`;

const nearMiss = ({ layer, rule, reason }: NearMiss): string => `${layer} ${rule}, but ${reason}`;
