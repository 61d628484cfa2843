import { loadAnalyzer } from '../app/reader.ts';
import { DemarcheError } from '../model/errors.ts';
import type { Token } from '../model/syntax.ts';
import { drawTree } from '../report/dependency-tree.ts';
import { bootstrap } from './bootstrap.ts';
import { commentValue, parseConllu } from './conllu.ts';
import { decodeCorpus } from './gzip.ts';
import type { RuleScore } from './rules.ts';
import type { Finding } from './tally.ts';
import { evaluateRawText, type ScoredSentence, scoreSentences, sharesOf } from './treebank.ts';
import type { SuiteInput, SuiteReport } from './types.ts';
import { wilson } from './wilson.ts';

/** Scores tags, lemmas and trees against a Universal Dependencies treebank. */
export async function runTreebank({ path, files, progress, verbose }: SuiteInput): Promise<SuiteReport> {
  const conllu = decodeCorpus(path, await files.read(path));
  const treebank = parseConllu(conllu).filter(({ words }) => words.length > 0);
  if (treebank.length === 0)
    throw new DemarcheError('input', 'no sentences here', { location: { file: path }, hint: 'expected CoNLL-U' });
  const analyzer = loadAnalyzer();
  progress.start(2, 'parsing');
  const scored = scoreSentences(treebank, analyzer);
  progress.step('raw text');
  const raw = Object.entries(evaluateRawText(conllu, analyzer)).map(([name, value]) => [`raw ${name}`, value] as const);
  progress.stop();
  const { n, ...shares } = sharesOf(scored.map(({ right }) => right));
  const scores = { ...shares, ...Object.fromEntries(raw) };
  return {
    suite: 'treebank',
    n,
    layers: {},
    scores,
    intervals: bootstrap(
      scored.map(({ right }) => right),
      (sample) => {
        const { n: _words, ...figures } = sharesOf(sample);
        return figures;
      },
    ),
    counts: Object.fromEntries(Object.entries(scores).map(([name, value]) => [name, `${(100 * value).toFixed(2)} %`])),
    rules: relations(scored),
    findings: scored.flatMap((sentence, i) => finding(sentence, i, verbose === true)),
  };
}

/** Precision and recall of each relation (head and label right). */
function relations(scored: readonly ScoredSentence[]): RuleScore[] {
  const counts = new Map<string, { fired: number; right: number; gold: number }>();
  const of = (relation: string) => {
    const known = counts.get(relation) ?? { fired: 0, right: 0, gold: 0 };
    counts.set(relation, known);
    return known;
  };
  for (const { gold, found } of scored)
    gold.words.forEach((word, i) => {
      const { head, deprel } = found[i]!;
      of(word.deprel).gold++;
      of(deprel).fired++;
      if (head === word.head && deprel === word.deprel) of(deprel).right++;
    });
  return [...counts]
    .sort(([a, one], [b, other]) => other.gold - one.gold || (a < b ? -1 : 1))
    .map(([rule, { fired, right, gold }]) => ({
      layer: 'relations (coverage is recall)',
      rule,
      fired,
      right,
      precision: fired > 0 ? right / fired : 0,
      interval: wilson(right, fired),
      coverage: gold > 0 ? right / gold : 0,
    }));
}

/** The words of a sentence whose head or relation is wrong. */
function finding({ gold, found }: ScoredSentence, index: number, verbose: boolean): Finding[] {
  const { words } = gold;
  const at = (head: number): string => (head < 0 ? 'root' : words[head]!.form);
  const wrong = words.flatMap(({ form, head, deprel }, i) => {
    const one = found[i]!;
    if (one.head === head && one.deprel === deprel) return [];
    return [`${form} ${one.deprel}<${at(one.head)}, gold ${deprel}<${at(head)}`];
  });
  if (wrong.length === 0) return [];
  const tokens = words.map(({ form }, i): Token => ({ ...found[i]!, index: i, form, start: 0, end: 0 }));
  const article = commentValue(gold, 'sent_id') ?? `sentence ${index + 1}`;
  return [{ article, kind: 'wrong', detail: wrong.join(' | '), ...(verbose ? { parse: drawTree(tokens) } : {}) }];
}
