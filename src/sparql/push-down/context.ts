import type { StoredDataset } from '../../store/quads/quad-store.ts';
import type { QuadTable } from '../../store/quads/table.ts';
import type { QueryTerms } from './terms.ts';

/** A step of a plan: it runs with what is bound in the registers, calls what comes next for each solution, and leaves the registers as it found them. True: no more solutions are wanted. */
export type Run = () => boolean;

const WORK_BETWEEN_LOOKS = 0x3fff;

/** What all steps of one query share. */
export class QueryContext {
  readonly dataset: StoredDataset;
  readonly terms: QueryTerms;
  readonly baseIri: string;
  /** The id bound to each variable; 0 where it is unbound. */
  readonly registers: Uint32Array;
  readonly #onWork: () => void;
  #slots = 0;
  #work = 0;

  /**
   * @param slots how many variables there may be
   * @param onWork called every so often; it throws where the query is to stop
   */
  constructor(dataset: StoredDataset, terms: QueryTerms, baseIri: string, slots: number, onWork: () => void) {
    this.dataset = dataset;
    this.terms = terms;
    this.baseIri = baseIri;
    this.registers = new Uint32Array(slots);
    this.#onWork = onWork;
  }

  newSlot(): number {
    if (this.#slots >= this.registers.length) throw new RangeError('more variables than were counted');
    return this.#slots++;
  }

  /** To be called for each row looked at. */
  tick(): void {
    if ((++this.#work & WORK_BETWEEN_LOOKS) === 0) this.#onWork();
  }

  table(isDefaultGraph: boolean): QuadTable {
    return isDefaultGraph ? this.dataset.defaultGraph : this.dataset.namedGraphs;
  }

  /** Runs a step as if nothing were bound. */
  alone(run: Run): boolean {
    const saved = this.registers.slice(0, this.#slots);
    this.registers.fill(0);
    const stopped = run();
    this.registers.fill(0);
    this.registers.set(saved);
    return stopped;
  }
}

/** The variables of one SELECT by name. A subquery shares with what surrounds it only what it projects. */
export class Names {
  readonly #context: QueryContext;
  readonly #slots = new Map<string, number>();

  constructor(context: QueryContext, shared: readonly (readonly [string, number])[] = []) {
    this.#context = context;
    this.#slots = new Map(shared);
  }

  slot(name: string): number {
    let slot = this.#slots.get(name);
    if (slot === undefined) {
      slot = this.#context.newSlot();
      this.#slots.set(name, slot);
    }
    return slot;
  }

  slots(names: Iterable<string>): number[] {
    return [...names].map((name) => this.slot(name));
  }
}

/** Where an operation stands: what is bound before it runs. */
export interface Place {
  readonly context: QueryContext;
  readonly names: Names;
  /** Bound for certain. */
  readonly bound: ReadonlySet<string>;
  /** Bound for certain or perhaps. */
  readonly maybe: ReadonlySet<string>;
  /** Rows after which an ORDER BY need not go on. */
  readonly top?: number;
  /** Variables that are still looked at after an ORDER BY; all of them if not given. */
  readonly needed?: ReadonlySet<string>;
}
