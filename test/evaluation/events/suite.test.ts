import { describe, expect, it } from 'vitest';
import { type Files, SILENT } from '../../../src/app/ports.ts';
import { parseRecords } from '../../../src/evaluation/events/gold.ts';
import { runEvents } from '../../../src/evaluation/events/suite.ts';

const record = (event: string, text: string, source: string[], target: string[]) => ({
  id: event,
  event,
  text,
  source: source.map((actorText) => ({ actorText })),
  target: target.map((actorText) => ({ actorText })),
});

const run = (records: readonly unknown[]) => {
  const files = { read: async () => new TextEncoder().encode(JSON.stringify(records)) } as Partial<Files> as Files;
  return runEvents({ path: 'records.json', files, progress: SILENT });
};

describe('records', () => {
  it.each([
    ['DEMAND', 'REQUEST'],
    ['DISAPPROVE', 'ACCUSE'],
    ['INVESTIGATE', 'ACCUSE'],
    ['FIGHT', 'ASSAULT'],
    ['AID', 'AID'],
  ])('%s is read as %s', (written, type) =>
    expect(parseRecords('f', JSON.stringify([record(written, 'x', [], [])]))[0]?.type).toBe(type),
  );

  it('may leave a role empty or out', () => {
    const [one] = parseRecords('f', JSON.stringify([{ event: 'AID', text: 'x', source: '' }]));
    expect(one).toMatchObject({ source: [], target: [] });
  });

  it.each(['{', '{}', '[{"event": "AID"}]'])('%s is an error', (json) =>
    expect(() => parseRecords('f', json)).toThrow(expect.objectContaining({ kind: 'input' })),
  );
});

describe('scores', () => {
  it('count type, source and target', async () => {
    const { layers, scores, n } = await run([
      record('DEMAND', 'Portugal urged Spain to share the water of the river.', ['Portugal'], ['Spain']),
      record('AID', 'Kenya accused Uganda of fraud.', ['Uganda'], ['Kenya']),
      record('AID', 'Nothing happened.', ['Chad'], ['Mali']),
    ]);
    expect(n).toBe(3);
    expect(scores['type of the principal event']).toBeCloseTo(1 / 3);
    expect(scores['records with an event']).toBeCloseTo(2 / 3);
    expect(layers.source).toMatchObject({ p: 1 / 2, r: 1 / 3 });
    expect(layers.target).toMatchObject({ p: 1 / 2, r: 1 / 3 });
  });

  it('of an empty file are an error', async () => {
    await expect(run([])).rejects.toMatchObject({ kind: 'input' });
  });
});
