import type { ActorEntry, Lexicon, NameEntry } from '../../lexicon/types.ts';
import type { Sentence } from '../../model/syntax.ts';
import type { Reading } from '../reading.ts';
import { initials } from './acronyms.ts';
import { matchAt } from './matches.ts';

/** Types whose mention says that the article is about their state; a company's seat does not. */
const TELLING: ReadonlySet<string> = new Set(['state', 'subnational', 'gov_body', 'military']);

/** So many parties of one state in one article make each other likely. */
const PARTY_SYSTEM = 3;

/** The state an actor belongs to, through what it counts for. */
function countryOf(lexicon: Lexicon, actor: ActorEntry): string | null {
  let at: ActorEntry | undefined = actor;
  for (let steps = 0; at && steps < 4; steps++) {
    if (at.type === 'state') return at.id;
    if (at.country !== null) return at.country;
    at = at.rollsUpTo === null ? undefined : lexicon.actors.get(at.rollsUpTo);
  }
  return null;
}

/**
 * Which states an article speaks of and how often: what decides whose "Social Democrats" or "Senate" is meant.
 * Regularity: a name that many states have is that of the state in the same paragraph or of the one spoken of most;
 * a name that only one has still needs its state somewhere in the article.
 */
export class Setting {
  readonly #reading: Reading;
  readonly #counts = new Map<string, number>();
  readonly #blocks = new Map<number, Set<string>>();
  readonly #named = new Set<string>();
  readonly #parties = new Map<string, Set<string>>();
  readonly #acronyms = new Set<string>();

  constructor(reading: Reading) {
    this.#reading = reading;
    for (const sentence of reading.sentences) {
      for (let first = 0; first < sentence.tokens.length; first++) {
        const match = matchAt(reading, sentence, first);
        if (!match) continue;
        for (const entry of match.names) this.#count(entry, sentence, entry === match.names[0]);
        first = match.last;
      }
      this.#defineAcronyms(sentence);
    }
  }

  /** True if the article names the actor, other than by a city or demonym. */
  names(actor: string): boolean {
    return this.#named.has(actor);
  }

  /** True if the state is spoken of in the paragraph, or more than any other in the article. */
  isNear(country: string, sentence: Sentence): boolean {
    const count = this.#counts.get(country) ?? 0;
    return this.#blocks.get(sentence.block)?.has(country) === true || (count > 0 && count === Math.max(...this.#counts.values()));
  }

  /** Whether an entry that belongs to one state can be meant here. */
  fits(entry: NameEntry, sentence: Sentence): boolean {
    const { lexicon } = this.#reading;
    const actor = lexicon.actors.get(entry.actor)!;
    if (entry.kind === 'acronym' && this.#acronyms.has(entry.form.replaceAll('.', ''))) return false;
    if (entry.kind === 'capital' && (actor.type === 'subnational' || actor.type === 'gov_body')) return this.names(actor.id);
    if (actor.type !== 'party') return true;
    const country = countryOf(lexicon, actor);
    if (country === null) return true;
    const system = (this.#parties.get(country)?.size ?? 0) >= PARTY_SYSTEM;
    if (!this.#isCommon(entry)) return system || this.#counts.has(country);
    return this.isNear(country, sentence) || (system && this.#counts.has(country));
  }

  /** "Labour Party", "CDU", "Democrat": made of words that parties of many states have in their names, or two or three letters. */
  #isCommon({ form, kind }: NameEntry): boolean {
    if (kind === 'acronym') return form.replaceAll('.', '').length <= 3;
    return form
      .toLowerCase()
      .split(/[\s-]+/)
      .every((word) => this.#reading.isClass('party-word', word));
  }

  #count(entry: NameEntry, sentence: Sentence, likeliest: boolean): void {
    const { lexicon } = this.#reading;
    const actor = lexicon.actors.get(entry.actor)!;
    const country = countryOf(lexicon, actor);
    const isName = entry.kind === 'name' || entry.kind === 'acronym';
    if (isName && likeliest) this.#named.add(actor.id);
    if (country === null) return;
    if (actor.type === 'party' && isName) this.#parties.set(country, (this.#parties.get(country) ?? new Set()).add(actor.id));
    if (!likeliest || !TELLING.has(actor.type) || (entry.kind === 'capital' && actor.type !== 'state')) return;
    if (actor.type === 'gov_body' && this.#reading.lexicon.bodies.has(entry.form.toLowerCase())) return;
    this.#counts.set(country, (this.#counts.get(country) ?? 0) + 1);
    this.#blocks.set(sentence.block, (this.#blocks.get(sentence.block) ?? new Set()).add(country));
  }

  /** Acronyms of names that the article writes out and that no list knows: "CPC" of the Caspian Pipeline Consortium. */
  #defineAcronyms(sentence: Sentence): void {
    const { lexicon } = this.#reading;
    const text = this.#reading.text.slice(sentence.start, sentence.end);
    for (const [name] of text.matchAll(/\p{Lu}\p{Ll}+(?: (?:of|for|and|the|\p{Lu}\p{Ll}+))* \p{Lu}\p{Ll}+/gu)) {
      const letters = initials(name);
      if (letters.length < 3) continue;
      const known = new Set((lexicon.names.get(letters) ?? []).map((entry) => entry.actor));
      const isListed = (lexicon.names.get(name) ?? []).some((entry) => known.has(entry.actor));
      if (known.size > 0 && !isListed && !lexicon.names.has(name.split(' ').slice(0, 2).join(' '))) this.#acronyms.add(letters);
    }
  }
}
