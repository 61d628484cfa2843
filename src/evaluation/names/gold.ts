import { DemarcheError } from '../../model/errors.ts';
import type { Span } from '../../model/span.ts';
import { commentValue, parseConllu, type TreebankSentence } from '../conllu.ts';
import { type NameKind, namesOf } from './entities.ts';

/** A name in a document's text. */
export interface GoldName extends Span {
  readonly kind: NameKind;
}

/** A document of a treebank as running text, with the names of its entity annotation. */
export interface GoldDocument {
  readonly id: string;
  readonly genre: string;
  readonly text: string;
  readonly names: readonly GoldName[];
}

/** Text of a sentence and where each word stands in it; the words of a multiword token share its span. */
function layOut({ words, tokens }: TreebankSentence, offset: number): { text: string; spans: Span[] } {
  let text = '';
  const spans: Span[] = [];
  for (const token of tokens) {
    const start = offset + text.length;
    text += token.form;
    for (let word = token.start; word < token.end; word++) spans[word] = { start, end: start + token.form.length };
    if (token.spaceAfter) text += ' ';
  }
  return { text: text.trimEnd(), spans: words.map((_, i) => spans[i]!) };
}

const opensParagraph = ({ comments }: TreebankSentence): boolean => comments.some((line) => /^# newpar(?: |$)/.test(line));

/**
 * Documents of a CoNLL-U file with entities in its MISC column: sentences joined to text, a paragraph each where the
 * treebank says so.
 * @throws DemarcheError kind `input` where no entity is annotated.
 */
export function parseDocuments(file: string, conllu: string): GoldDocument[] {
  const documents: { id: string; text: string; names: GoldName[] }[] = [];
  for (const sentence of parseConllu(conllu)) {
    const id = (commentValue(sentence, 'sent_id') ?? '').replace(/-\d+$/, '');
    let document = documents[documents.length - 1];
    if (document?.id !== id) {
      document = { id, text: '', names: [] };
      documents.push(document);
    } else document.text += opensParagraph(sentence) ? '\n\n' : ' ';
    const { text, spans } = layOut(sentence, document.text.length);
    document.text += text;
    for (const { start, end, kind } of namesOf(sentence))
      document.names.push({ start: spans[start]!.start, end: spans[end - 1]!.end, kind });
  }
  if (documents.every((document) => document.names.length === 0))
    throw new DemarcheError('input', 'no entities annotated here', {
      location: { file },
      hint: 'expected CoNLL-U with Entity= in the MISC column, as in UD English GUM',
    });
  return documents.map((document) => ({ ...document, genre: document.id.split('_')[1] ?? '' }));
}
