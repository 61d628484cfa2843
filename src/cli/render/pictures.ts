import type { ChangeResults } from '../../app/changes.ts';
import type { ChangeAnalysis } from '../../app/formats.ts';
import { curvesSvg, heatMapSvg, timelineSvg } from '../../report/charts.ts';

/** Overlapping windows are named by their middle. */
const dayIn = ({ window, from }: { readonly window: string; readonly from: string }): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(window) ? window : from;

type Pictures = { readonly [What in ChangeAnalysis]?: (result: ChangeResults[What]) => string };

/** The analyses that have a picture; kept apart since drawing takes a while to load. */
export const PICTURES: Pictures = {
  timeline: ({ entries }) =>
    timelineSvg(
      entries.map((entry) => ({
        ...entry,
        from: dayIn(entry),
        row: `${entry.sourceLabel} → ${entry.targetLabel ?? '(no actor)'}`,
      })),
      { title: 'Who says what about whom, when' },
    ),
  topics: ({ stances }) =>
    heatMapSvg(
      stances.map((stance) => ({ ...stance, row: stance.actorLabel, column: stance.topic.replace(/^topic:/, '') })),
      { title: 'Who is for or against what' },
    ),
  polarization: ({ points, changes }) => {
    const dayOf = new Map(points.map((point) => [point.window, dayIn(point)]));
    const curve = (name: string, measure: 'estebanRay' | 'modularity') => ({
      name,
      values: points.map((point) => ({ day: dayIn(point), value: point[measure] })),
      changes: changes[measure].flatMap(({ window }) => dayOf.get(window) ?? []),
    });
    return curvesSvg([curve('Esteban-Ray', 'estebanRay'), curve('modularity', 'modularity')], {
      title: 'Polarization over topics',
    });
  },
};
