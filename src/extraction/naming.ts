import type { Entity } from './entities.ts';
import type { Mention } from './mentions/types.ts';

/** Kinds of organisation that news calls by their acronym alone, and readers know by it. */
const KNOWN_BY_ACRONYM: ReadonlySet<string> = new Set(['party', 'ngo', 'company', 'media', 'gov_body', 'armed_group']);

const LISTED = /^mention\.listed\.(?:name|acronym)$/;

/** The form that occurs most often; of equals the longer, then the first. */
function usual(forms: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length)[0]?.[0];
}

/** A listed actor by the name the article gives it, where that is not the lexicon's ("Turkey" for Türkiye, "SPD"). */
function listedName(entity: Entity, mentions: readonly Mention[], text: (mention: Mention) => string): string {
  const named = mentions.filter((mention) => LISTED.test(mention.rule));
  const forms = named.map(text);
  if (forms.includes(entity.name)) return entity.name;
  const isSetInCapitals = (form: string): boolean => entity.type === 'state' && form === form.toUpperCase();
  const full = named
    .filter((mention) => mention.kind === 'name')
    .map(text)
    .filter((form) => !isSetInCapitals(form));
  if (full.length === named.length || entity.type !== 'state') {
    const name = usual(full);
    if (name) return name;
  }
  return (KNOWN_BY_ACRONYM.has(entity.type) && usual(forms)) || entity.name;
}

/**
 * A body by the words of the article: with its owner as possessor ("Poland's interior ministry") where no adjective
 * is ever used, and by its proper name alone where the owner had to be inferred ("Marine Stewardship Council").
 */
function bodyName(entity: Entity, mentions: readonly Mention[], text: (mention: Mention) => string): string {
  const forms = mentions.filter((mention) => mention.rule.startsWith('mention.body')).map(text);
  if (forms.includes(entity.name)) return entity.name;
  const noun = entity.name.slice(entity.name.lastIndexOf(' ') + 1);
  const possessed = forms.find((form) => form.endsWith(noun) && /^\p{Lu}[^’']*[’']s? (?!own )/u.test(form));
  if (possessed) return possessed;
  const proper = entity.affiliationInferred
    ? forms.find((form) => /^\p{Lu}\S+(?: (?:\p{Lu}\S*|of|for|and|the))* \p{Lu}\S+$/u.test(form))
    : undefined;
  return proper ?? entity.name;
}

/** What an article calls an actor: listed ids stay, so that graphs over many articles join by id. */
export function nameIn(entity: Entity, mentions: readonly Mention[], text: (mention: Mention) => string): string {
  if (entity.listed) return listedName(entity, mentions, text);
  return entity.body === null ? entity.name : bodyName(entity, mentions, text);
}

/** Canonical names that are unique within a document, and ids to go with them. */
export class Names {
  readonly #names = new Map<Entity, string>();
  readonly #ids = new Map<Entity, string>();

  /** @param nameOf what the document calls an entity */
  constructor(entities: readonly Entity[], nameOf: (entity: Entity) => string = (entity) => entity.name) {
    const taken = new Set<string>();
    for (const entity of entities) {
      const plain = nameOf(entity);
      let name = plain;
      if (taken.has(name)) name = `${plain} (${entity.affiliation?.name ?? entity.type})`;
      for (let count = 2; taken.has(name); count++) name = `${plain} (${count})`;
      taken.add(name);
      this.#names.set(entity, name);
      this.#ids.set(entity, entity.listed ? entity.listed.id : slug(name));
    }
  }

  /** Name of an entity; entities outside the document's actors keep their own. */
  of(entity: Entity): string {
    return this.#names.get(entity) ?? entity.name;
  }

  idOf(entity: Entity): string {
    return this.#ids.get(entity) ?? (entity.listed ? entity.listed.id : slug(entity.name));
  }
}

/** Lower-case ASCII words joined by hyphens; letters outside ASCII lose their marks or stay as code points. */
function slug(name: string): string {
  const plain = name.normalize('NFKD').replace(/[\u0300-\u036f]/g, '');
  const words = plain
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return words !== '' ? words : [...name].map((char) => char.codePointAt(0)!.toString(16)).join('-');
}
