import type { Document } from '../model/document.ts';
import type { Extraction } from '../model/extraction.ts';
import type { ModelChoice } from './language-model/choice.ts';
import type { ArticleReader, Reading } from './reader.ts';

/** Reads a document: the rules of this program, or a language model. */
export type ReadArticle = (document: Document) => Promise<Reading>;

/** The rules, unless a language model was chosen; its code is loaded only then. */
export async function extractorOf(choice: ModelChoice | null | undefined, reader: ArticleReader): Promise<ReadArticle> {
  if (!choice) return async (document) => reader.read(document);
  const [{ ChatCompletions }, { ModelReader }] = await Promise.all([
    import('./language-model/client.ts'),
    import('./language-model/reader.ts'),
  ]);
  const model = new ModelReader(new ChatCompletions(choice), reader);
  return (document) => model.read(document);
}

/** What a result depends on beside program, weights and codebook; null for the rules. */
export async function identityOf(choice: ModelChoice | null | undefined): Promise<string | null> {
  if (!choice) return null;
  const { modelIdentity } = await import('./language-model/reader.ts');
  return modelIdentity(choice.model);
}

/** One line on what of a model's answer was left out; null where nothing was. */
export function noteOnDropped({ origin }: Extraction): string | null {
  if (!origin || origin.dropped.length === 0) return null;
  const counts = new Map<string, number>();
  for (const { reason } of origin.dropped) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  const reasons = [...counts].map(([reason, count]) => `${reason} (${count})`).join('; ');
  return `left out of the model's answer: ${reasons}`;
}
