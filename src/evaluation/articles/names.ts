import type { GoldActor } from './gold.ts';

/**
 * Comparable form of an actor or place name: case, accents, leading article, honorific and possessive
 * do not count; "+" reads "plus".
 */
export function normaliseName(name: string | null | undefined): string {
  const letters = (name ?? '')
    .toString()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\+/g, ' plus ')
    .replace(/[’‘]/g, "'")
    .replace(/'s$/, '')
    .replace(/[^a-z0-9' ]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return letters
    .replace(/^(the|a|an) /, '')
    .replace(/^(mr|mrs|ms|dr|col|colonel|sir) /, '')
    .replace(/'s?(?= |$)/g, '')
    .trim();
}

const TYPE_SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    state: ['country', 'gpe', 'nation', 'government'],
    igo: ['organisation', 'organization', 'intl_org', 'alliance', 'bloc'],
    gov_body: ['ministry', 'institution'],
    military: ['armed_force', 'armed_forces', 'army'],
    person: ['per', 'people', 'politician'],
    company: ['corporation'],
    armed_group: ['rebel_group'],
    party: ['political_party'],
    ngo: ['think_tank'],
    group: ['crowd'],
    media: ['outlet'],
  }).flatMap(([type, synonyms]) => synonyms.map((synonym) => [synonym, type] as const)),
);

/** Actor type in the codebook's spelling. */
export function normaliseType(type: string | null | undefined): string {
  const key = (type ?? '').toString().toLowerCase().trim().replace(/[ -]+/g, '_');
  return TYPE_SYNONYMS.get(key) ?? key;
}

/** The gold actors of an article, found by any of their names. */
export class Cast {
  readonly #byId: ReadonlyMap<string, GoldActor>;
  readonly #idByName = new Map<string, string>();

  constructor(actors: readonly GoldActor[]) {
    this.#byId = new Map(actors.map((actor) => [actor.id, actor]));
    for (const actor of actors)
      for (const name of [actor.name, ...actor.aliases]) {
        const key = normaliseName(name);
        if (!this.#idByName.has(key)) this.#idByName.set(key, actor.id);
      }
  }

  /** Gold id for a name, or null. */
  resolve(name: string | null | undefined): string | null {
    const key = normaliseName(name);
    return key === '' ? null : (this.#idByName.get(key) ?? null);
  }

  get(id: string): GoldActor {
    const actor = this.#byId.get(id);
    if (!actor) throw new Error(`gold refers to unknown actor "${id}"`);
    return actor;
  }

  /** The actor that `id` counts for. */
  rollUp(id: string): string {
    return this.get(id).rollup || id;
  }

  /** Roll-up of the actor that a name stands for, or null for an unknown name. */
  rollUpName(name: string): string | null {
    const id = this.resolve(name);
    return id === null ? null : this.rollUp(id);
  }

  /** Key under which a name counts as one participant, known or not. */
  slotKey(name: string): string {
    return this.rollUpName(name) ?? `?${normaliseName(name)}`;
  }

  /** An actor's chain of affiliations, nearest first. */
  affiliations(id: string): string[] {
    const chain: string[] = [];
    for (let next = this.get(id).affiliation; next; next = this.get(next).affiliation) chain.push(next);
    return chain;
  }
}
