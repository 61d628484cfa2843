import type { Span } from '../../model/span.ts';
import { iri, offset } from '../factory.ts';
import { OA } from '../namespaces.ts';
import { byCodeUnit } from '../order.ts';
import { CLASS, DEM } from '../vocabulary.ts';
import { actorIri } from './actors.ts';
import { generatedBy, type MappingContext, sliceOf, words } from './context.ts';
import { placeIri } from './places.ts';

interface MentionItem extends Span {
  readonly of: string;
  readonly kind: string;
  readonly reason?: string;
  readonly rule: string;
}

const itemsOf = (context: MappingContext): MentionItem[] => [
  ...context.extraction.actors.flatMap((actor) =>
    actor.mentions.map((mention) => ({ ...mention, of: actorIri(context, actor.id) })),
  ),
  ...context.extraction.places.map((place) => ({ ...place, kind: 'name', of: placeIri(context, place) })),
];

const inOrder = (a: MentionItem, b: MentionItem): number => a.start - b.start || a.end - b.end || byCodeUnit(a.of, b.of);

/** dem:Mention: each place in the text that stands for an actor or a place. Two at the same span are numbered. */
export const mapMentions = (context: MappingContext): void => {
  const { graph } = context;
  const bySpan = new Map<string, Set<string>>();
  for (const item of itemsOf(context).sort(inOrder)) {
    const span = `${item.start}-${item.end}`;
    const seen = bySpan.get(span) ?? new Set();
    bySpan.set(span, seen);
    if (seen.has(item.of)) continue;
    const subject = context.iris.mention(context.document, item, seen.size);
    seen.add(item.of);
    graph.type(subject, CLASS.Mention);
    graph.add(subject, DEM.article, iri(context.articleIri));
    graph.add(subject, DEM.mentionOf, iri(item.of));
    graph.add(subject, DEM.surface, words(sliceOf(context, item)));
    graph.add(subject, OA.start, offset(item.start));
    graph.add(subject, OA.end, offset(item.end));
    graph.add(subject, DEM.mentionKind, words(item.kind));
    graph.add(subject, DEM.reason, words(item.reason ?? null));
    generatedBy(context, subject, item.rule);
  }
};
