import { ACTOR_TYPES, type ActorType } from '../model/extraction.ts';
import type { PlacedFile } from './files.ts';
import { acronymForms, nameForms } from './forms.ts';
import { cell, failAt, list, need, number, oneOf, readTsv, type TsvRow } from './tsv.ts';
import type { ActorEntry, NameKind } from './types.ts';

/** A surface form as one row lists it. */
export interface ListedForm {
  readonly form: string;
  readonly kind: NameKind;
  readonly reason: string | null;
}

/** What one row says of an actor. */
export interface ActorRow {
  readonly row: TsvRow;
  readonly layer: number;
  readonly entry: ActorEntry;
  readonly forms: readonly ListedForm[];
  /** First demonym adjective, if any. */
  readonly adjective: string | null;
  /** Which actor a shared form stands for first: the higher, the sooner. */
  readonly priority: number;
}

/** Tables of the actors folder that list actors, with the type of a row that names none. */
export const ACTOR_TABLES: Readonly<Record<string, ActorType>> = {
  states: 'state',
  'former-states': 'state',
  organisations: 'igo',
  bodies: 'gov_body',
  parties: 'party',
  'armed-groups': 'armed_group',
  subnational: 'subnational',
  ngos: 'ngo',
  companies: 'company',
  media: 'media',
};

const OPTIONAL = [
  'type',
  'official',
  'aliases',
  'acronyms',
  'adjectives',
  'demonyms',
  'capitals',
  'seats',
  'descriptors',
  'qualifiers',
  'rollsUpTo',
  'country',
  'iso2',
  'iso3',
  'cow',
  'wikidata',
  'priority',
];

function pattern(row: TsvRow, column: string, shape: RegExp, hint: string): string | null {
  const value = cell(row, column);
  if (value === '') return null;
  return shape.test(value) ? value : failAt(row, `column "${column}" holds "${value}"`, hint);
}

const orNull = (text: string): string | null => (text === '' ? null : text);

const lowerCase = (before: readonly string[] = [], added: readonly string[]): string[] => [
  ...new Set([...before, ...added.map((word) => word.toLowerCase())]),
];

function entryOf(row: TsvRow, fallback: ActorType, base: ActorEntry | undefined): ActorEntry {
  const id = need(row, 'id');
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(id)) failAt(row, `column "id" holds "${id}"`, 'letters, digits and hyphens');
  const type = oneOf(row, 'type', ACTOR_TYPES) ?? base?.type ?? fallback;
  const iso3 = pattern(row, 'iso3', /^[A-Z]{3}$/, 'three capital letters (ISO 3166-1 alpha-3)') ?? base?.iso3 ?? null;
  if (type === 'state' && iso3 !== null && iso3 !== id)
    failAt(row, `state "${id}" has iso3 "${iso3}"`, 'the id of a state is its iso3');
  return {
    id,
    name: base ? cell(row, 'name') || base.name : need(row, 'name'),
    type,
    descriptors: lowerCase(base?.descriptors, list(row, 'descriptors')),
    qualifiers: lowerCase(base?.qualifiers, list(row, 'qualifiers')),
    rollsUpTo: orNull(cell(row, 'rollsUpTo')) ?? base?.rollsUpTo ?? null,
    country: orNull(cell(row, 'country')) ?? base?.country ?? (type === 'state' ? id : null),
    iso2: pattern(row, 'iso2', /^[A-Z]{2}$/, 'two capital letters (ISO 3166-1 alpha-2)') ?? base?.iso2 ?? null,
    iso3,
    cow: number(row, 'cow', 1, 999) ?? base?.cow ?? null,
    wikidata: pattern(row, 'wikidata', /^Q[1-9][0-9]*$/, 'Q and a number') ?? base?.wikidata ?? null,
    source: { file: row.file, line: row.line },
  };
}

/** The name as it stands in a sentence: "the Netherlands", "the European Union", but "France", "NATO". */
function inSentence(row: TsvRow, { type, name }: ActorEntry): string {
  const isTerritory = type === 'state' || type === 'subnational';
  const article = isTerritory ? list(row, 'aliases').includes(`the ${name}`) : name.includes(' ');
  return article && !name.startsWith('The ') ? `the ${name}` : name;
}

/** A city is the capital of a state; an organisation has only its seat there. */
const capitalOf = ({ type }: ActorEntry): string => (type === 'state' || type === 'subnational' ? 'capital of' : 'seat of');

function formsOf(row: TsvRow, entry: ActorEntry): ListedForm[] {
  const found: ListedForm[] = [];
  const add = (kind: NameKind, column: string, spread: (form: string) => string[], reason: string | null = null): void => {
    for (const listed of list(row, column)) for (const form of spread(listed)) found.push({ form, kind, reason });
  };
  for (const column of ['name', 'official', 'aliases']) add('name', column, nameForms);
  add('acronym', 'acronyms', acronymForms);
  add('seat', 'seats', nameForms, `seat of ${inSentence(row, entry)}`);
  add('capital', 'capitals', nameForms, `${capitalOf(entry)} ${inSentence(row, entry)}`);
  add('demonymAdjective', 'adjectives', nameForms);
  add('demonymNoun', 'demonyms', nameForms);
  return found;
}

/**
 * Reads one table of actors.
 * @param known what earlier layers say of an id: cells left empty keep their values.
 */
export function readActorTable(placed: PlacedFile, type: ActorType, known: ReadonlyMap<string, ActorRow>): ActorRow[] {
  return readTsv(placed.file, ['id'], ['name', ...OPTIONAL]).map((row) => {
    const before = known.get(need(row, 'id'));
    const base = before && before.layer < placed.layer ? before : undefined;
    const entry = entryOf(row, type, base?.entry);
    return {
      row,
      layer: placed.layer,
      entry,
      forms: formsOf(row, entry),
      adjective: list(row, 'adjectives')[0] ?? base?.adjective ?? null,
      priority: number(row, 'priority', -9, 9) ?? base?.priority ?? 0,
    };
  });
}
