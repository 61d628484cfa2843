import type { DemarcheError } from '../model/errors.ts';
import { openBase } from '../store/base.ts';
import { readJudgements, rejectedClaims } from '../store/curation.ts';
import { loadDataset } from '../store/dataset.ts';
import { ontologyQuads } from './ontology.ts';
import type { Progress } from './ports.ts';
import { graphsOf, openRemote, type RemoteChoice } from './store-choice.ts';

/** What was done to a server. */
export interface Published {
  readonly put: number;
  readonly removed: number;
}

/**
 * Puts each graph of a base whole onto a server: a repeat changes nothing, and one that was broken off is finished by the next.
 * Graphs of articles that are gone are removed; what is not under the base's own names is left alone.
 * @throws DemarcheError (kind `network`)
 */
export const publishBase = async (
  directory: string,
  choice: RemoteChoice,
  progress: Progress,
  onProblem: (problem: DemarcheError) => void,
): Promise<Published> => {
  const base = await openBase(directory);
  const dataset = await loadDataset(base, { ontology: ontologyQuads(base.settings.base) });
  for (const problem of dataset.problems) onProblem(problem);
  const rejected = rejectedClaims((await readJudgements(base)).value);
  const graphs = graphsOf(dataset, rejected, base.iris.commonGraph('curation'));
  const store = await openRemote(choice, base.settings.base);
  progress.start(graphs.size, 'sending');
  for (const [graph, quads] of graphs) {
    await store.put(graph, quads);
    progress.step();
  }
  progress.stop();
  // A damaged file's graph is not gone.
  const folder = base.iris.graph('');
  const gone =
    dataset.problems.length > 0 ? [] : (await store.graphs()).filter((each) => each.startsWith(folder) && !graphs.has(each));
  for (const graph of gone) await store.delete(graph);
  return { put: graphs.size, removed: gone.length };
};
