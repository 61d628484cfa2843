import { integer, iri, type Quad, quad } from './factory.ts';
import { type IriMaker, iriMaker } from './iris.ts';
import { RDF } from './namespaces.ts';
import { byCodeUnit, sortedUnique, sortQuads } from './order.ts';
import { CLASS, DEM } from './vocabulary.ts';

/*
 * The derived graph: ties between actors at roll-up level, recomputed from all article graphs. A position ties its holder to its
 * target (dem:opposes, dem:supports); an asserted event of material cooperation or conflict ties its parties. Said and done are
 * different predicates and never mixed. Only explicit positions count: a headline repeats its article. Presupposed positions and
 * reported events make no tie, nor do neutral positions, ties of an actor with itself, and actors that roll up to nobody.
 */

/** PLOVER's material types (Open Event Data Alliance, PLOVER codebook: quad class). */
const MATERIAL: Readonly<Record<string, string>> = {
  COOPERATE: 'cooperatesWith',
  AID: 'cooperatesWith',
  RETREAT: 'cooperatesWith',
  PROTEST: 'conflictsWith',
  SANCTION: 'conflictsWith',
  MOBILIZE: 'conflictsWith',
  COERCE: 'conflictsWith',
  ASSAULT: 'conflictsWith',
};

const STANCE: Readonly<Record<string, string>> = { oppose: 'opposes', support: 'supports' };

type Shortcut = 'opposes' | 'supports' | 'cooperatesWith' | 'conflictsWith';

/** Values of the properties of one subject. */
type Properties = ReadonlyMap<string, readonly string[]>;

const describe = (quads: Iterable<Quad>, rejected: ReadonlySet<string>): Map<string, Properties> => {
  const subjects = new Map<string, Map<string, string[]>>();
  for (const { subject, predicate, object } of quads) {
    if (rejected.has(subject.value)) continue;
    const properties = subjects.get(subject.value) ?? new Map<string, string[]>();
    subjects.set(subject.value, properties);
    const values = properties.get(predicate.value) ?? [];
    properties.set(predicate.value, values);
    if (!values.includes(object.value)) values.push(object.value);
  }
  return subjects;
};

interface Tie {
  readonly from: string;
  readonly to: string;
  readonly shortcut: Shortcut;
  readonly claims: Set<string>;
  readonly articles: Set<string>;
}

class Ties {
  readonly #ties = new Map<string, Tie>();
  readonly #subjects: ReadonlyMap<string, Properties>;

  constructor(subjects: ReadonlyMap<string, Properties>) {
    this.#subjects = subjects;
  }

  /** Counts a claim for the tie between what two actors roll up to. */
  add(from: string, to: string, shortcut: Shortcut, claim: string): void {
    for (const source of this.#rollUp(from))
      for (const target of this.#rollUp(to)) if (source !== target) this.#count(source, target, shortcut, claim);
  }

  all(): readonly Tie[] {
    return [...this.#ties.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, tie]) => tie);
  }

  #rollUp(actor: string): readonly string[] {
    return this.#subjects.get(actor)?.get(DEM.rollsUpTo) ?? [];
  }

  #count(from: string, to: string, shortcut: Shortcut, claim: string): void {
    const key = JSON.stringify([from, shortcut, to]);
    const tie = this.#ties.get(key) ?? { from, to, shortcut, claims: new Set(), articles: new Set() };
    this.#ties.set(key, tie);
    tie.claims.add(claim);
    for (const article of this.#subjects.get(claim)?.get(DEM.article) ?? []) tie.articles.add(article);
  }
}

const addPosition = (ties: Ties, claim: string, properties: Properties): void => {
  const shortcut = STANCE[properties.get(DEM.polarity)?.[0] ?? ''] as Shortcut | undefined;
  if (!shortcut || !properties.get(DEM.explicitness)?.includes('explicit')) return;
  for (const holder of properties.get(DEM.holder) ?? [])
    for (const target of properties.get(DEM.target) ?? []) ties.add(holder, target, shortcut, claim);
};

const addEvent = (ties: Ties, claim: string, properties: Properties): void => {
  const shortcut = MATERIAL[properties.get(DEM.eventType)?.[0] ?? ''] as Shortcut | undefined;
  if (!shortcut) return;
  const initiators = properties.get(DEM.initiator) ?? [];
  const recipients = properties.get(DEM.recipient) ?? [];
  const mutual = properties.get(DEM.reciprocal)?.includes('true') ? initiators : [];
  for (const initiator of initiators) for (const other of [...recipients, ...mutual]) ties.add(initiator, other, shortcut, claim);
};

const tieQuads = (tie: Tie, iris: IriMaker): Quad[] => {
  const graph = iri(iris.commonGraph('derived'));
  const node = iri(iris.relation(tie.from, tie.shortcut, tie.to));
  const of = (predicate: string, object: Quad['object']): Quad => quad(node, iri(predicate), object, graph);
  return [
    quad(iri(tie.from), iri(DEM[tie.shortcut]), iri(tie.to), graph),
    of(RDF.type, iri(CLASS.Relation)),
    of(DEM.from, iri(tie.from)),
    of(DEM.to, iri(tie.to)),
    of(DEM.predicate, iri(DEM[tie.shortcut])),
    of(DEM.claimCount, integer(tie.claims.size)),
    of(DEM.articleCount, integer(tie.articles.size)),
    ...sortedUnique(tie.claims).map((claim) => of(DEM.basedOn, iri(claim))),
  ];
};

export interface DeriveOptions {
  /** Base IRI of individuals. */
  readonly base?: string;
  /** IRIs of claims that people rejected; they count nowhere. */
  readonly rejected?: ReadonlySet<string>;
}

/**
 * The derived graph of a base. Depends on the quads alone, not on their order or on the graphs they stand in.
 * @param quads all article graphs
 */
export const deriveRelations = (quads: Iterable<Quad>, options: DeriveOptions = {}): Quad[] => {
  const subjects = describe(quads, options.rejected ?? new Set());
  const ties = new Ties(subjects);
  for (const [claim, properties] of subjects) {
    const types = properties.get(RDF.type) ?? [];
    if (types.includes(CLASS.Position)) addPosition(ties, claim, properties);
    if (types.includes(CLASS.Event)) addEvent(ties, claim, properties);
  }
  const iris = iriMaker(options.base);
  return sortQuads(ties.all().flatMap((tie) => tieQuads(tie, iris)));
};
