import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../src/model/extraction.ts';
import { extract } from './reader.ts';

const [, ...lines] = readFileSync(join(import.meta.dirname, 'negative-cases.tsv'), 'utf8')
  .trimEnd()
  .split('\n');

/** What must not be there: current positions, events, an actor of a name, or an edge that touches one. */
function found({ positions, events, actors, edges }: Extraction, what: string): unknown[] {
  const [kind, name] = [what.split(' ')[0], what.split(' ').slice(1).join(' ')];
  if (kind === 'positions') return positions.map((one) => [one.holder, one.polarity, one.target, one.rule]);
  if (kind === 'events') return events.map((one) => [one.type, one.initiators, one.recipients, one.frame]);
  if (kind === 'event') {
    const [type, party] = [name.split(' ')[0], name.split(' ').slice(1).join(' ')];
    const of = events.filter((one) => one.type === type);
    return of.filter((one) => party === '' || [...one.initiators, ...one.recipients].includes(party));
  }
  if (kind === 'actor')
    return actors.filter((one) => one.name === name).map((one) => one.mentions.map((mention) => mention.rule));
  if (kind === 'edge') return edges.filter((one) => one.source === name || one.target === name);
  throw new Error(`negative-cases.tsv: "${what}" is no kind of finding`);
}

describe('what says nothing of the kind', () => {
  it.each(lines.map((line) => line.split('\t') as [string, string, string]))('%s: %s', (_reason, text, none) => {
    expect(found(extract(text), none)).toEqual([]);
  });
});
