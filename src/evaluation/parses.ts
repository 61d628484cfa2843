import type { Sentence } from '../model/syntax.ts';
import { drawTree } from '../report/dependency-tree.ts';
import type { Finding } from './tally.ts';

/** Findings in text order, each with the tree of the sentence it starts in where the sentences of its article are known. */
export function withParses(findings: readonly Finding[], sentences: ReadonlyMap<string, readonly Sentence[]>): Finding[] {
  if (sentences.size === 0) return [...findings];
  const order = [...new Set(findings.map(({ article }) => article))];
  const trees = new Map<Sentence, string[]>();
  const parsed = findings.map((finding): Finding => {
    const { at } = finding;
    const sentence = at && sentences.get(finding.article)?.find((one) => at.start < one.end && one.start < at.end);
    if (!sentence) return finding;
    const parse = trees.get(sentence) ?? drawTree(sentence.tokens);
    trees.set(sentence, parse);
    return { ...finding, parse };
  });
  const place = ({ at }: Finding): number => at?.start ?? -1;
  return parsed.sort((a, b) => order.indexOf(a.article) - order.indexOf(b.article) || place(a) - place(b));
}
