import { DEFAULT_BASE } from '../rdf/namespaces.ts';
import { inspectQuery } from './inspect.ts';
import { tableOf } from './results/table.ts';
import type { Catalogue, Engine, Finding } from './types.ts';

/**
 * Runs queries that must return nothing; every row they return is a finding.
 * @param base base IRI of individuals, for short names in findings
 */
export const runChecks = async (engine: Engine, checks: Catalogue, base: string = DEFAULT_BASE): Promise<readonly Finding[]> => {
  const findings: Finding[] = [];
  for (const check of checks.list()) {
    await inspectQuery(check);
    const { columns, rows } = tableOf(await engine.query(check.text, { file: check.file }), base);
    for (const row of rows) {
      const cells = columns.map((column, index) => [column, row[index] === null ? '' : String(row[index])] as const);
      findings.push({ check: check.name, summary: check.summary, row: Object.fromEntries(cells) });
    }
  }
  return findings;
};
