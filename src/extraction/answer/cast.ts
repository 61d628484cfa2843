import type { Lexicon } from '../../lexicon/types.ts';
import type { DroppedItem, ExtractedActor } from '../../model/extraction.ts';
import type { Span } from '../../model/span.ts';
import { Entities, type Entity, rollUp } from '../entities.ts';
import { Names } from '../naming.ts';
import { findName, findWithin } from './grounding.ts';
import type { Answer } from './schema.ts';

/** Rule that made an actor or mention. */
const RULE = 'model.actor';

type Item = Answer['actors'][number];

/** The listed actor that a name is one of the names of; of a capital or demonym only an analyst can tell. */
function listedId(lexicon: Lexicon, { name, type }: Item): string | undefined {
  const entries = (lexicon.names.get(name) ?? []).filter(({ kind }) => kind === 'name' || kind === 'acronym');
  const ids = [...new Set(entries.map(({ actor }) => actor))];
  const fitting = ids.filter((id) => lexicon.actors.get(id)?.type === type);
  return fitting.length === 1 ? fitting[0] : ids.length === 1 && fitting.length === 0 ? ids[0] : undefined;
}

/** The actors of an answer that the article names, with the entities they are. */
export class Cast {
  readonly names: Names;
  readonly #byName = new Map<string, Entity>();
  readonly #mentions = new Map<Entity, Span[]>();

  constructor(text: string, lexicon: Lexicon, items: readonly Item[], dropped: DroppedItem[]) {
    const entities = new Entities(lexicon);
    items.forEach((item, index) => {
      const mentions = findName(text, item.name);
      if (mentions.length === 0) {
        dropped.push({ layer: 'actors', index, reason: 'the article does not name it' });
        return;
      }
      const id = listedId(lexicon, item);
      const entity = id === undefined ? entities.unlisted(item.name, item.type) : entities.listed(id);
      if (item.role !== null && findWithin(text, { start: 0, end: text.length }, item.role)) entity.role = item.role;
      this.#byName.set(item.name, entity);
      this.#mentions.set(entity, [...(this.#mentions.get(entity) ?? []), ...mentions]);
    });
    for (const item of items) this.#affiliate(item);
    this.names = new Names([...this.#mentions.keys()]);
  }

  /** An affiliation counts if it is an actor of the article itself and leads into no circle. */
  #affiliate({ name, affiliation }: Item): void {
    const entity = this.#byName.get(name);
    const owner = affiliation === null ? undefined : this.#byName.get(affiliation);
    if (!entity || !owner || entity.affiliation !== null) return;
    for (let at: Entity | null = owner; at; at = at.affiliation) if (at === entity) return;
    entity.affiliation = owner;
    entity.affiliationInferred = true;
  }

  /** The entity an item names, if it is an actor of the article. */
  get(name: string): Entity | undefined {
    return this.#byName.get(name.trim());
  }

  /** Actors in the order of their first mention. */
  actors(text: string, confidence: number): ExtractedActor[] {
    const first = (entity: Entity): number => Math.min(...this.#mentions.get(entity)!.map(({ start }) => start));
    return [...this.#mentions.keys()].sort((a, b) => first(a) - first(b)).map((entity) => this.#actor(text, entity, confidence));
  }

  #actor(text: string, entity: Entity, confidence: number): ExtractedActor {
    const up = rollUp(entity);
    const name = this.names.of(entity);
    const mentions = [...this.#mentions.get(entity)!].sort((a, b) => a.start - b.start || a.end - b.end);
    const written = new Set(mentions.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')));
    return {
      id: this.names.idOf(entity),
      name,
      type: entity.type as ExtractedActor['type'],
      listed: entity.listed !== null,
      aliases: [...written].filter((alias) => alias !== name).sort(),
      role: entity.role,
      affiliation: entity.affiliation ? this.names.of(entity.affiliation) : null,
      affiliationId: entity.affiliation ? this.names.idOf(entity.affiliation) : null,
      affiliationInferred: entity.affiliationInferred,
      rollup: up ? this.names.of(up) : null,
      rollupId: up ? this.names.idOf(up) : null,
      mentions: mentions.map((span) => ({ ...span, kind: 'name', rule: RULE })),
      confidence,
    };
  }
}
