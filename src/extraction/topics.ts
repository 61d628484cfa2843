import type { Lexicon, Topic } from '../lexicon/types.ts';
import type { Span } from '../model/span.ts';
import type { Token } from '../model/syntax.ts';
import type { Reading } from './reading.ts';

/** Finds the topic a stretch of text is about, by the keyword phrases of the thesaurus. */
export class TopicFinder {
  readonly #byFirst = new Map<string, { words: readonly string[]; topic: Topic }[]>();

  constructor(lexicon: Lexicon) {
    for (const topic of lexicon.topics.values())
      for (const keyword of topic.keywords) {
        const words = keyword.split(' ');
        const entries = this.#byFirst.get(words[0]!) ?? [];
        entries.push({ words, topic });
        this.#byFirst.set(words[0]!, entries);
      }
  }

  /** Id of the topic with the most and longest keyword matches in `span`; deeper topics win ties; null if none matches. */
  find(reading: Reading, sentence: number, span: Span): string | null {
    const tokens = reading.sentences[sentence]!.tokens.filter((token) => token.start >= span.start && token.end <= span.end);
    const scores = new Map<Topic, number>();
    tokens.forEach((token, at) => {
      const entries = [
        ...(this.#byFirst.get(token.lemma.toLowerCase()) ?? []),
        ...(this.#byFirst.get(token.form.toLowerCase()) ?? []),
      ];
      const seen = new Set<Topic>();
      for (const { words, topic } of entries) {
        if (seen.has(topic)) continue;
        const fits = words.every(
          (word, i) =>
            tokens[at + i] && (tokens[at + i]!.lemma.toLowerCase() === word || tokens[at + i]!.form.toLowerCase() === word),
        );
        if (!fits || isOnlyName(reading, sentence, tokens.slice(at, at + words.length))) continue;
        seen.add(topic);
        scores.set(topic, (scores.get(topic) ?? 0) + words.length);
      }
    });
    let best: Topic | null = null;
    for (const [topic, score] of scores) {
      const top = best ? scores.get(best)! : 0;
      if (!best || score > top || (score === top && best.broader === null && topic.broader !== null)) best = topic;
    }
    return best?.id ?? null;
  }
}

/** A keyword that is wholly part of an actor's name or description tells who, not what ("Treaty" in an organisation's name). */
function isOnlyName(reading: Reading, sentence: number, words: readonly Token[]): boolean {
  const [first] = words;
  const mention = first && reading.covering(sentence, first.index);
  return (
    mention !== undefined &&
    mention.entity.type !== 'place' &&
    words.every((word) => mention.first <= word.index && word.index <= mention.last)
  );
}
