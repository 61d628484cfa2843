import { boolean, integer, iri, type Quad, quad, string, typed } from './factory.ts';
import { type IriMaker, iriMaker, sha256 } from './iris.ts';
import { RDF, RDFS, XSD } from './namespaces.ts';
import { sortQuads } from './order.ts';
import { CLASS, DEM } from './vocabulary.ts';

/*
 * Results of analyses as quads of the derived graph. Everything about one run hangs on its dem:Analysis, whose IRI is made
 * of networks and settings, so that the same run over a grown base takes the place of the former.
 */

/** What was found, with the IRIs of actors and claims. */
export interface AnalysisResults {
  /** The networks that were joined. */
  readonly layers: readonly string[];
  readonly definition: string;
  /** What else was asked for, as `name=value` pairs. */
  readonly settings: string;
  readonly stateSha256: string;
  readonly version: string;
  readonly optimal: boolean;
  readonly blocs: readonly { readonly component: number; readonly members: readonly string[] }[];
  readonly frustrated: readonly {
    readonly ends: readonly [string, string];
    readonly sign: 1 | -1;
    readonly claims: readonly string[];
  }[];
  readonly measures: readonly { readonly name: string; readonly formula: string; readonly source: string }[];
  /** `of` is an actor, or null for the network as a whole. */
  readonly values: readonly { readonly of: string | null; readonly measure: string; readonly value: number }[];
}

/** Digits of a run's hash: runs of one base are few. */
const DIGITS = 12;

/** The quads of a run. @param base base IRI of individuals */
export function analysisQuads(results: AnalysisResults, base?: string): Quad[] {
  const iris = iriMaker(base);
  const run = sha256(JSON.stringify([results.layers, results.settings])).slice(0, DIGITS);
  return sortQuads(new Describer(iris, run).all(results));
}

class Describer {
  readonly #iris: IriMaker;
  readonly #run: string;
  readonly #analysis: string;

  constructor(iris: IriMaker, run: string) {
    this.#iris = iris;
    this.#run = run;
    this.#analysis = iris.result('analysis', run);
  }

  all(results: AnalysisResults): Quad[] {
    return [
      ...this.#ofRun(results),
      ...results.blocs.flatMap((bloc, i) => this.#bloc(bloc, i + 1)),
      ...results.frustrated.flatMap((tie) => this.#tie(tie)),
      ...results.measures.flatMap((measure) => this.#measure(measure)),
      ...results.values.flatMap((value) => this.#value(value)),
    ];
  }

  #node(node: string, type: string, properties: readonly (readonly [string, Quad['object']])[]): Quad[] {
    const graph = iri(this.#iris.commonGraph('derived'));
    return [[RDF.type, iri(type)] as const, ...properties].map(([predicate, object]) =>
      quad(iri(node), iri(predicate), object, graph),
    );
  }

  #ofRun({ layers, definition, settings, stateSha256, version, optimal }: AnalysisResults): Quad[] {
    return this.#node(this.#analysis, CLASS.Analysis, [
      [DEM.layers, string(layers.join(','))],
      [DEM.definition, string(definition)],
      [DEM.settings, string(settings)],
      [DEM.stateSha256, string(stateSha256)],
      [DEM.version, string(version)],
      [DEM.optimal, boolean(optimal)],
    ]);
  }

  #bloc({ component, members }: AnalysisResults['blocs'][number], number: number): Quad[] {
    return this.#node(this.#iris.result('bloc', `${this.#run}-${number}`), CLASS.Bloc, [
      [DEM.analysis, iri(this.#analysis)],
      [DEM.component, integer(component)],
      ...members.map((member) => [DEM.member, iri(member)] as const),
    ]);
  }

  #tie({ ends, sign, claims }: AnalysisResults['frustrated'][number]): Quad[] {
    return this.#node(this.#iris.result('tie', this.#run, ...ends), CLASS.FrustratedTie, [
      [DEM.analysis, iri(this.#analysis)],
      ...ends.map((end) => [DEM.end, iri(end)] as const),
      [DEM.sign, integer(sign)],
      ...claims.map((claim) => [DEM.basedOn, iri(claim)] as const),
    ]);
  }

  #measure({ name, formula, source }: AnalysisResults['measures'][number]): Quad[] {
    return this.#node(this.#iris.result('measure', name), CLASS.Measure, [
      [RDFS.label, string(name)],
      [DEM.formula, string(formula)],
      [DEM.formulaSource, string(source)],
    ]);
  }

  #value({ of, measure, value }: AnalysisResults['values'][number]): Quad[] {
    const node = this.#iris.result('measurement', `${this.#run}-${measure}`, ...(of === null ? [] : [of]));
    return this.#node(node, CLASS.Measurement, [
      [DEM.analysis, iri(this.#analysis)],
      [DEM.measure, iri(this.#iris.result('measure', measure))],
      [DEM.measuredOf, iri(of ?? this.#analysis)],
      [DEM.value, decimal(value)],
    ]);
  }
}

/** At most six digits after the point, and at least one. */
function decimal(value: number) {
  const digits = value.toFixed(6).replace(/0{1,5}$/, '');
  return typed(/^-0\.0$/.test(digits) ? '0.0' : digits, XSD.decimal);
}
