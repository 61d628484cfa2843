import type { Calibration } from '../model/calibration.ts';
import type { Location } from '../model/errors.ts';
import type { ActorType, PloverType, Polarity, SpeechAct } from '../model/extraction.ts';

/** How a surface form stands for a listed actor. */
export type NameKind =
  | 'name' // "Germany", "European Union"
  | 'acronym' // "EU"
  | 'demonymAdjective' // "German": an actor only by what it modifies
  | 'demonymNoun' // "Germans": people
  | 'capital' // "Berlin": seat of government or mere place
  | 'seat'; // "the Kremlin", "the White House": always the state

/** An actor that stands in the lexicon. */
export interface ActorEntry {
  /** ISO 3166-1 alpha-3 for states, a slug otherwise. */
  readonly id: string;
  readonly name: string;
  readonly type: ActorType;
  /** Words that may point back to it: "alliance", "bloc", "kingdom" (lower-case lemmas or phrases). */
  readonly descriptors: readonly string[];
  /** Adjectives of region that tell it apart in a description: "transatlantic" of NATO in "the transatlantic pact". */
  readonly qualifiers: readonly string[];
  /** Id of the actor it counts for; null if it counts for itself. */
  readonly rollsUpTo: string | null;
  /** Id of the state it belongs to or has its seat in; its own id for a state; null where there is no one state. */
  readonly country: string | null;
  readonly iso2: string | null;
  readonly iso3: string | null;
  /** Correlates of War state number, where there is one. */
  readonly cow: number | null;
  readonly wikidata: string | null;
  readonly source: Location;
}

/** One surface form of a listed actor. */
export interface NameEntry {
  readonly form: string;
  readonly actor: string;
  readonly kind: NameKind;
  /** Reason shown with a metonym ("capital of Germany"). */
  readonly reason: string | null;
}

export interface PlaceEntry {
  readonly name: string;
  readonly kind: 'country' | 'city' | 'region' | 'other';
  /** ISO 3166-1 alpha-3 or null (regions over several states). */
  readonly country: string | null;
  /** Larger = likelier when a name is ambiguous (population for cities; 0 if unknown). */
  readonly weight: number;
}

/** "foreign ministry", "army", "parliament": a kind of body that every state or organisation may have. */
export interface BodyNoun {
  /** Lower-case words, head last ("foreign ministry") or with of-phrase ("ministry of foreign affairs"). */
  readonly phrase: string;
  readonly type: ActorType;
  /** Canonical English name without its owner ("Foreign Ministry"). */
  readonly canonical: string;
  /** `own`: an actor of its own that rolls up to its owner. `owner`: stands for the owner itself ("government", "regime"). */
  readonly stands: 'own' | 'owner';
}

/** Whom the bearer of a title speaks and counts for. */
export type Represents = 'state' | 'body' | 'organisation' | 'party' | 'none';

export interface TitleEntry {
  /** Lower-case phrase ("foreign minister", "spokesman", "secretary-general"). */
  readonly phrase: string;
  readonly represents: Represents;
  /** Canonical role ("Foreign Minister"). */
  readonly role: string;
  /** Canonical body the office belongs to, where it names one ("Foreign Ministry"), else null. */
  readonly body: string | null;
}

/** Nouns for people or groups without a name ("protesters", "rebels", "lawmakers", "leaders"). */
export interface GroupNoun {
  readonly lemma: string;
  readonly type: ActorType;
  /** `members`: "leaders of the G7" stand for the G7; `generic`: no actor unless qualified; `actor`: an unnamed actor of its own. */
  readonly stands: 'members' | 'generic' | 'actor';
}

/** Last (or first) word that tells the type of an unlisted organisation name ("Party", "Union", "Institute"). */
export interface NameCue {
  readonly word: string;
  readonly position: 'last' | 'first' | 'any';
  readonly type: ActorType | 'place';
}

/** Where in the clause an argument stands; the grammar of slots is in data/frames/README.md. */
export type Slot = string;

/** Words a dependent must have for a frame to fire: `obj=@weapons`, `prt=out`, `obl:under=fire`. */
export interface SlotConstraint {
  readonly slot: Slot;
  readonly lemmas: ReadonlySet<string>;
}

export type FramePos = 'V' | 'N' | 'A';

/** A predicate sense: who holds, who is the target, and what the act amounts to. */
export interface FrameEntry {
  readonly id: string;
  readonly lemma: string;
  readonly pos: FramePos;
  readonly constraints: readonly SlotConstraint[];
  /** Slots for holder/initiator, best first. */
  readonly holder: readonly Slot[];
  /** Slots for target/recipient, best first. */
  readonly target: readonly Slot[];
  /** Slots for the content that is said or wanted, best first; empty if the frame reports no content. */
  readonly content: readonly Slot[];
  /** Null for frames that are events only. */
  readonly act: SpeechAct | null;
  readonly polarity: Polarity | null;
  readonly strength: number;
  /** Null for frames that are positions only. */
  readonly plover: PloverType | null;
  readonly mode: string | null;
  /** Parties joined by "with"/"between" or a plural subject are all initiators. */
  readonly reciprocal: boolean;
  readonly tier: 'high' | 'wide';
  readonly example: string;
  readonly source: Location;
}

/** Evaluative word: what it says about the thing it is predicated of. */
export interface Evaluation {
  readonly lemma: string;
  readonly pos: FramePos | 'ADV';
  readonly polarity: 'support' | 'oppose';
  readonly strength: number;
  /** `quality`: judges its subject ("regrettable"); `harm`: an act that harms ("escalate", "threat"); `benefit`: an act that helps. */
  readonly kind: 'quality' | 'harm' | 'benefit';
}

/** Word that changes what its complement amounts to. */
export interface Operator {
  readonly lemma: string;
  readonly pos: FramePos | 'ADV' | 'AUX';
  /**
   * `negate` refuse to, fail to · `reverse` stop, end, lift · `plan` plan to, will · `attempt` seek to · `aspect` begin to, continue to ·
   * `allege` allegedly, claim · `deny` deny · `possible` may, could · `light` make, hold, voice (the noun carries the meaning) ·
   * `cease` no longer, stop short of.
   */
  readonly effect: 'negate' | 'reverse' | 'plan' | 'attempt' | 'aspect' | 'allege' | 'deny' | 'possible' | 'light' | 'cease';
}

/** A word that introduces somebody's content. */
export interface ReportingCue {
  readonly lemma: string;
  /** V verb, N noun ("statement"), P preposition-like ("according to"), A adjective. */
  readonly pos: FramePos | 'P';
  readonly constraints: readonly SlotConstraint[];
  readonly speaker: readonly Slot[];
  readonly content: readonly Slot[];
  /**
   * `any`: introduces indirect and direct content; `quote`: only with quotation marks ("quipped", "added" with content clause is any);
   * `name`: says what its object is ("called the plan a farce"), object and name are the content;
   * `attitude`: introduces what is thought, wanted or talked about, which is an attribution and no statement.
   */
  readonly use: 'any' | 'quote' | 'name' | 'attitude';
}

export interface Topic {
  readonly id: string;
  readonly label: string;
  readonly broader: string | null;
  /** Lower-case lemma phrases that signal it. */
  readonly keywords: readonly string[];
}

/** All look-ups, frozen. Keys of `*ByHead` maps are `lemma/POS` ("accuse/V"). */
export interface Lexicon {
  readonly actors: ReadonlyMap<string, ActorEntry>;
  /** Surface form by `nameKey` (single spaces, case kept, typographic apostrophes as ', no leading "the") to entries, likeliest first. */
  readonly names: ReadonlyMap<string, readonly NameEntry[]>;
  /** Most words any name has. */
  readonly longestName: number;
  /** Actor id to its first demonym adjective ("CHN" to "Chinese"). */
  readonly adjectives: ReadonlyMap<string, string>;
  /** By `nameKey`, likeliest first. */
  readonly places: ReadonlyMap<string, readonly PlaceEntry[]>;
  readonly bodies: ReadonlyMap<string, BodyNoun>;
  readonly titles: ReadonlyMap<string, TitleEntry>;
  /** Words that go before a title without changing whom it stands for: deputy, vice, acting, senior. */
  readonly titleModifiers: ReadonlySet<string>;
  /** "former", "ex-", "late": the office is not held now. */
  readonly formerWords: ReadonlySet<string>;
  readonly honorifics: ReadonlySet<string>;
  readonly groups: ReadonlyMap<string, GroupNoun>;
  readonly nameCues: ReadonlyMap<string, NameCue>;
  readonly frames: ReadonlyMap<string, readonly FrameEntry[]>;
  readonly evaluations: ReadonlyMap<string, Evaluation>;
  readonly operators: ReadonlyMap<string, Operator>;
  readonly cues: ReadonlyMap<string, readonly ReportingCue[]>;
  /** Words of thought, will and talk, whose content is an attribution but no statement. */
  readonly attitudes: ReadonlyMap<string, readonly ReportingCue[]>;
  readonly topics: ReadonlyMap<string, Topic>;
  /** Classes of words the reading rules ask for by name (data/reading). */
  readonly wordClasses: ReadonlyMap<string, ReadonlySet<string>>;
  /** Labels that carry a judgement ("regime", "so-called", "special operation"): lower-case phrases. */
  readonly loadedTerms: ReadonlySet<string>;
  /** How often claims were right, by layer, rule and the rule's own confidence. */
  readonly calibration: Calibration;
}
