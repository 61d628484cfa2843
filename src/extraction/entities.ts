import type { ActorEntry, Lexicon, PlaceEntry, TitleEntry } from '../lexicon/types.ts';
import type { ActorType } from '../model/extraction.ts';

export type Gender = 'masculine' | 'feminine';

/** Somebody or some place that the article speaks of; one object for all its mentions. */
export interface Entity {
  /** Lexicon id, or an article-scoped key for what no list knows. */
  readonly key: string;
  readonly listed: ActorEntry | null;
  readonly place: PlaceEntry | null;
  type: ActorType | 'place';
  name: string;
  readonly aliases: Set<string>;
  role: string | null;
  title: TitleEntry | null;
  /** Body, state, organisation or party the entity belongs to. */
  affiliation: Entity | null;
  affiliationInferred: boolean;
  gender: Gender | null;
  /** Canonical body name ("Foreign Ministry") for bodies made from a pattern. */
  body: string | null;
  confidence: number;
}

/** All entities of one article, made once each. */
export class Entities {
  readonly #lexicon: Lexicon;
  readonly #byKey = new Map<string, Entity>();

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  all(): Entity[] {
    return [...this.#byKey.values()];
  }

  get(key: string): Entity | undefined {
    return this.#byKey.get(key);
  }

  /** The entity of a lexicon actor. */
  listed(id: string): Entity {
    const known = this.#byKey.get(id);
    if (known) return known;
    const actor = this.#lexicon.actors.get(id)!;
    const entity = this.#add(id, actor.type, actor.name, { listed: actor });
    if (actor.rollsUpTo) entity.affiliation = this.listed(actor.rollsUpTo);
    return entity;
  }

  place(entry: PlaceEntry): Entity {
    const key = `place:${entry.name}${entry.country ? `:${entry.country}` : ''}`;
    return this.#byKey.get(key) ?? this.#add(key, 'place', entry.name, { place: entry });
  }

  /** A ministry, army or other body of `owner`; `written` is the noun as the article first has it. */
  body(owner: Entity, canonical: string, type: ActorType, written: string): Entity {
    const key = `body:${owner.key}:${canonical}`;
    const known = this.#byKey.get(key);
    if (known) {
      // "Thai soldiers", then "the Thai army": the body's own name rather than that of its people.
      if (/[a-z]s$/.test(known.name) && !written.endsWith('s')) known.name = `${this.adjective(owner)} ${written}`;
      return known;
    }
    // "riot police": the body is the police.
    const plain = written.endsWith(` ${canonical.toLowerCase()}`);
    const noun = plain ? written.slice(-canonical.length) : written;
    const official = /^\p{Lu}\p{L}+ of \p{Lu}/u.test(noun);
    const entity = this.#add(key, type, official ? `${noun} of ${owner.name}` : `${this.adjective(owner)} ${noun}`, {});
    entity.affiliation = owner;
    entity.body = canonical;
    return entity;
  }

  /** An entity no list knows, by its name within the article. */
  unlisted(name: string, type: ActorType | 'place'): Entity {
    const key = `new:${name}`;
    return this.#byKey.get(key) ?? this.#add(key, type, name, {});
  }

  /** The demonym adjective of a state ("Chinese"), or the name of anything else. */
  adjective(owner: Entity): string {
    return (owner.listed && this.#lexicon.adjectives.get(owner.listed.id)) || owner.name;
  }

  #add(key: string, type: ActorType | 'place', name: string, from: { listed?: ActorEntry; place?: PlaceEntry }): Entity {
    const entity: Entity = {
      key,
      listed: from.listed ?? null,
      place: from.place ?? null,
      type,
      name,
      aliases: new Set(),
      role: null,
      title: null,
      affiliation: null,
      affiliationInferred: false,
      gender: null,
      body: null,
      confidence: from.listed ? 1 : 0.8,
    };
    this.#byKey.set(key, entity);
    return entity;
  }
}

const COUNTS_FOR_ITSELF: ReadonlySet<string> = new Set([
  'state',
  'igo',
  'party',
  'company',
  'ngo',
  'subnational',
  'armed_group',
  'media',
  'group',
]);

/** The state or organisation an entity counts for; null for private persons and bodies without a known owner. */
export function rollUp(entity: Entity): Entity | null {
  let at: Entity | null = entity;
  for (let steps = 0; at && steps < 8; steps++) {
    if (at.type === 'person' && at.title?.represents === 'none') return null;
    const up: Entity | null = at.affiliation;
    // A legislator speaks for a party or for nobody but himself: "Senator Abe Lim of Ohio" is not Ohio's government.
    if (at.type === 'person' && at.title?.represents === 'party' && up?.type === 'subnational') return null;
    if (!up) return COUNTS_FOR_ITSELF.has(at.type) ? at : null;
    if (at.type === 'media' || at.type === 'company') return at;
    at = up;
  }
  return null;
}

/** True if the two count for the same state or organisation. */
export function sameSide(a: Entity, b: Entity): boolean {
  if (a === b) return true;
  const up = rollUp(a);
  return up !== null && up === rollUp(b);
}
