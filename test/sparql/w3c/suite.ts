import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Parser, Store, type Term } from 'n3';
import { SHARED } from '../../shared.ts';

/* The W3C SPARQL 1.1 test suite, unpacked from the shared folder for the time of a run. */

const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const QT = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** One case of an update suite; paths of files. */
export interface UpdateCase {
  readonly name: string;
  readonly type: string;
  readonly request: string;
  readonly before: State;
  readonly after: State;
}

/** Files of a graph store: of its default graph, and of its named graphs. */
export interface State {
  readonly data: readonly string[];
  readonly graphs: readonly { readonly file: string; readonly iri: string }[];
}

/** One case of a query suite; paths of files. */
export interface Case {
  readonly name: string;
  readonly type: string;
  readonly query: string;
  readonly data: readonly string[];
  readonly graphs: readonly { readonly file: string; readonly iri: string }[];
  readonly result: string | null;
}

/** Unpacks the archive; null where it is absent. */
export const unpackSuite = (): { readonly folder: string; remove(): void } | null => {
  const archive = SHARED === null ? '' : join(SHARED, 'suites', 'sparql11.tar.gz');
  if (!existsSync(archive)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'sparql11-'));
  execFileSync('tar', ['xzf', archive, '-C', folder]);
  return { folder: join(folder, 'sparql', 'sparql11'), remove: () => rmSync(folder, { recursive: true }) };
};

class Manifest {
  readonly store: Store;

  constructor(file: string) {
    const parser = new Parser({ baseIRI: pathToFileURL(file).href });
    this.store = new Store(parser.parse(readFileSync(file, 'utf8')));
  }

  one(subject: Term, predicate: string): Term | null {
    return this.store.getObjects(subject as never, predicate, null)[0] ?? null;
  }

  file(subject: Term, predicate: string): string | null {
    const term = this.one(subject, predicate);
    return term === null ? null : fileURLToPath(term.value);
  }

  list(head: Term | null): Term[] {
    const items: Term[] = [];
    for (let at = head; at && at.value !== `${RDF}nil`; at = this.one(at, `${RDF}rest`)) items.push(this.one(at, `${RDF}first`)!);
    return items;
  }
}

const graphOf = (manifest: Manifest, node: Term): { file: string; iri: string } => {
  const inner = manifest.one(node, `${QT}graph`) ?? node;
  return { file: fileURLToPath(inner.value), iri: inner.value };
};

const caseOf = (manifest: Manifest, entry: Term): Case => {
  const action = manifest.one(entry, `${MF}action`)!;
  const query = manifest.file(action, `${QT}query`) ?? fileURLToPath(action.value);
  const all = (predicate: string): Term[] => manifest.store.getObjects(action as never, predicate, null);
  const result = manifest.one(entry, `${MF}result`);
  return {
    name: `${query.split('/').at(-2)}: ${manifest.one(entry, `${MF}name`)?.value ?? entry.value}`,
    type: (manifest.one(entry, `${RDF}type`)?.value ?? '').split('#').at(-1)!,
    query,
    data: all(`${QT}data`).map((term) => fileURLToPath(term.value)),
    graphs: all(`${QT}graphData`).map((node) => graphOf(manifest, node)),
    result: result === null || result.termType !== 'NamedNode' ? null : fileURLToPath(result.value),
  };
};

const UT = 'http://www.w3.org/2009/sparql/tests/test-update#';

const stateOf = (manifest: Manifest, node: Term): State => {
  const all = (subject: Term, predicate: string): Term[] => manifest.store.getObjects(subject as never, predicate, null);
  return {
    data: all(node, `${UT}data`).map((term) => fileURLToPath(term.value)),
    graphs: all(node, `${UT}graphData`).map((graph) => ({
      file: fileURLToPath(manifest.one(graph, `${UT}graph`)!.value),
      iri: manifest.one(graph, 'http://www.w3.org/2000/01/rdf-schema#label')!.value,
    })),
  };
};

const updateCaseOf = (manifest: Manifest, entry: Term): UpdateCase => {
  const action = manifest.one(entry, `${MF}action`)!;
  const request = manifest.file(action, `${UT}request`) ?? fileURLToPath(action.value);
  const result = manifest.one(entry, `${MF}result`);
  return {
    name: `${request.split('/').at(-2)}: ${manifest.one(entry, `${MF}name`)?.value ?? entry.value} (${request.split('/').at(-1)})`,
    type: (manifest.one(entry, `${RDF}type`)?.value ?? '').split('#').at(-1)!,
    request,
    before: stateOf(manifest, action),
    after: result === null ? { data: [], graphs: [] } : stateOf(manifest, result),
  };
};

const entriesOf = <T>(folder: string, make: (manifest: Manifest, entry: Term) => T): T[] => {
  const manifest = new Manifest(join(folder, 'manifest.ttl'));
  return manifest.store
    .getObjects(null, `${MF}entries`, null)
    .flatMap((head) => manifest.list(head))
    .map((entry) => make(manifest, entry));
};

/** All cases of a folder of the suite. */
export const casesOf = (folder: string): Case[] => entriesOf(folder, caseOf);

/** All cases of a folder of updates. */
export const updateCasesOf = (folder: string): UpdateCase[] => entriesOf(folder, updateCaseOf);
