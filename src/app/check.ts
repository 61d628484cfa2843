import { type DemarcheError, describeError } from '../model/errors.ts';
import type { Engine } from '../sparql/index.ts';
import { runChecks } from '../sparql/index.ts';
import type { Base } from '../store/base.ts';
import { checkShapes } from '../store/shapes.ts';
import { checkVerbatim } from '../store/verbatim.ts';
import { shapeQuads } from './ontology.ts';
import type { Progress } from './ports.ts';
import { shippedQueries } from './queries.ts';

/** Something in a base that must not be so. */
export interface CheckFinding {
  /** `file`, `verbatim`, `shapes`, or the name of a check query. */
  readonly check: string;
  readonly message: string;
  /** File, node or row it concerns. */
  readonly where: string | null;
}

export interface CheckReport {
  /** How many quotations, nodes and check queries were looked at. */
  readonly checked: { readonly quotations: number; readonly nodes: number; readonly queries: number };
  /** Quotations whose text the base does not keep. */
  readonly unchecked: number;
  readonly findings: readonly CheckFinding[];
}

/** Are all quotations verbatim, do all graphs conform to the shapes, and do the check queries find nothing? */
export async function checkBase(base: Base, engine: Engine, progress: Progress): Promise<CheckReport> {
  progress.start(3, 'quotations');
  const verbatim = await checkVerbatim(base);
  progress.step('shapes');
  const shapes = await checkShapes(base, shapeQuads());
  progress.step('queries');
  const checks = await shippedQueries('checks');
  const rows = await runChecks(engine, checks, base.settings.base);
  progress.stop();
  const problems = new Map([...verbatim.problems, ...shapes.problems].map((problem) => [describeError(problem), problem]));
  return {
    checked: { quotations: verbatim.checked, nodes: shapes.checked, queries: checks.list().length },
    unchecked: verbatim.unchecked,
    findings: [
      ...[...problems.values()].map(damaged),
      ...verbatim.findings.map(({ file, subject, message }) => ({ check: 'verbatim', message, where: subject ?? file })),
      ...shapes.findings.map(({ file, subject, message }) => ({ check: 'shapes', message, where: subject ?? file })),
      ...rows.map(({ check, summary, row }) => ({
        check,
        message: summary,
        where: Object.entries(row)
          .map(([column, value]) => `${column}: ${value}`)
          .join(', '),
      })),
    ],
  };
}

const damaged = (problem: DemarcheError): CheckFinding => ({ check: 'file', message: describeError(problem), where: null });
