import type { Document } from '../model/document.ts';
import { DemarcheError } from '../model/errors.ts';
import type { Extraction } from '../model/extraction.ts';
import { type Span, textOf } from '../model/span.ts';

/** Every span of an extraction, with the words it claims to hold where it names them. */
function* claims(extraction: Extraction): Generator<readonly [span: Span, words: string | null]> {
  for (const { mentions } of extraction.actors) for (const mention of mentions) yield [mention, null];
  for (const list of [extraction.places, extraction.statements, extraction.abstentions])
    for (const item of list) yield [item, null];
  for (const { cueSpan, speakerSpan } of extraction.statements)
    for (const span of [cueSpan, speakerSpan]) if (span) yield [span, null];
  for (const { evidence, targetIssue } of extraction.positions) {
    yield [evidence, null];
    if (targetIssue) yield [targetIssue, targetIssue.text];
  }
  for (const { evidence, dateSpan } of extraction.events) {
    yield [evidence, null];
    if (dateSpan) yield [dateSpan, null];
  }
  for (const { evidence } of [...extraction.tenures, ...extraction.orders]) yield [evidence, null];
  for (const { evidence, text } of extraction.terms) yield [evidence, text];
}

/**
 * Verbatim or nothing: every span lies in the stored text, and what is quoted stands there.
 *
 * @throws DemarcheError (kind `rdf`) at the first span that does not hold.
 */
export function verifySpans(document: Document, extraction: Extraction): void {
  const { text } = document;
  for (const [span, words] of claims(extraction)) {
    const inside = Number.isInteger(span.start) && span.start >= 0 && span.start < span.end && span.end <= text.length;
    if (inside && (words === null || textOf(text, span) === words)) continue;
    throw new DemarcheError('rdf', `evidence ${span.start}-${span.end} is not verbatim in article ${document.id}`, {
      hint: 'this is a defect of an extraction rule; please report the article',
    });
  }
}
