import type { Lexicon } from '../lexicon/types.ts';
import type { Sentence, Token } from '../model/syntax.ts';
import type { Quote } from './quotes.ts';

const SUBJECT = new Set(['PRON', 'PROPN', 'NOUN']);
/** Words of a reporting clause before its verb ("the Greek minister said"). */
const REACH = 6;

const reports = (lexicon: Lexicon, token: Token): boolean =>
  /^VB[DZ]$/.test(token.xpos) && lexicon.cues.has(`${token.lemma.toLowerCase()}/V`);

/** The comma before ", he told reporters": subject and verb of saying follow it at once. */
function tagComma(lexicon: Lexicon, tokens: readonly Token[]): Token | undefined {
  return tokens.find((comma, i) => {
    if (comma.form !== ',') return false;
    const verb = tokens.findIndex((token, at) => at > i && token.upos === 'VERB');
    const between = tokens.slice(i + 1, verb);
    const bare = between.every((token) => /^(?:PRON|PROPN|NOUN|DET|ADJ|PART)$/.test(token.upos));
    return verb > i && verb - i <= REACH && bare && SUBJECT.has(between.at(-1)?.upos ?? '') && reports(lexicon, tokens[verb]!);
  });
}

/** The "and" of "called it "a farce and accused …": a second verb of the clause that the quotation stands in. */
function secondVerb(lexicon: Lexicon, inside: readonly Token[], before: readonly Token[]): Token | undefined {
  const first = before.findLast((token) => token.upos === 'VERB' && /^VB[DZ]$/.test(token.xpos));
  return (
    first &&
    inside.find(({ form, index }, i) => {
      const next = inside[i + 1];
      return /^(?:and|but)$/.test(form) && next?.index === index + 1 && next.xpos === first.xpos && speaksOrActs(lexicon, next);
    })
  );
}

const speaksOrActs = (lexicon: Lexicon, { lemma }: Token): boolean =>
  lexicon.cues.has(`${lemma.toLowerCase()}/V`) || lexicon.frames.has(`${lemma.toLowerCase()}/V`);

/**
 * Ends quotations whose closing mark is missing before the words that go on with the telling: a reporting clause behind a comma,
 * or the second verb of the clause around the quotation. Others keep the end of their paragraph.
 */
export function endOpenQuotes(quotes: readonly Quote[], sentences: readonly Sentence[], lexicon: Lexicon): Quote[] {
  return quotes.map((quote) => {
    if (quote.close !== quote.end || quote.runsOn) return quote;
    for (const { tokens, start, end } of sentences) {
      if (end <= quote.start || start >= quote.end) continue;
      const inside = tokens.filter((token) => token.start >= quote.start && token.end <= quote.end);
      const before = tokens.filter((token) => token.end <= quote.open);
      const stop = tagComma(lexicon, inside)?.end ?? secondVerb(lexicon, inside, before)?.start;
      if (stop !== undefined && stop > quote.start + 1) return cut(quote, inside, stop);
    }
    return quote;
  });
}

/** The quotation up to the last token before an offset. */
function cut(quote: Quote, tokens: readonly Token[], stop: number): Quote {
  const end = tokens.findLast((token) => token.end <= stop)?.end ?? stop;
  return { ...quote, end, close: end };
}
