import type { Entity } from './entities.ts';

/** Canonical names that are unique within a document, and ids to go with them. */
export class Names {
  readonly #names = new Map<Entity, string>();
  readonly #ids = new Map<Entity, string>();

  constructor(entities: readonly Entity[]) {
    const taken = new Set<string>();
    for (const entity of entities) {
      let name = entity.name;
      if (taken.has(name)) name = `${entity.name} (${entity.affiliation?.name ?? entity.type})`;
      for (let count = 2; taken.has(name); count++) name = `${entity.name} (${count})`;
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
