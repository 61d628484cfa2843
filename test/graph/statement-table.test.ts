import { describe, expect, test } from 'vitest';
import { actorTopicNetwork } from '../../src/graph/actor-topic.ts';
import { subtractNetwork } from '../../src/graph/concordance.ts';
import { tiesOf } from '../../src/graph/network.ts';
import { parseStatements } from '../../src/graph/statement-table.ts';
import { DemarcheError, describeError } from '../../src/model/errors.ts';

/** As Discourse Network Analyzer 3.0 writes it: numbers and time bare, text in quotation marks. */
const HEADER =
  '"statement ID";"time";"document ID";"document title";"author";"source";"section";"type";"text";"person";"organization";"concept";"agreement"';
const line = (
  id: number,
  day: string,
  document: number,
  person: string,
  organization: string,
  concept: string,
  agreement: 0 | 1,
) =>
  `${id};${day} 00:00:00;${document};"A title";"";"The Times";"";"";"words";"${person}";"${organization}";"${concept}";${agreement}`;
const TABLE = [
  HEADER,
  line(1, '2024-01-01', 1, 'Ann', 'A', 'tax', 1),
  line(2, '2024-01-02', 1, 'Ann', 'A', 'tax', 1),
  line(3, '2024-01-03', 2, 'Abe', 'A', 'road', 0),
  line(4, '2024-01-01', 1, 'Bob', 'B', 'tax', 1),
  line(5, '2024-01-09', 3, 'Bob', 'B', 'road', 1),
  line(6, '2024-01-09', 3, 'Cid', '', 'road', 1),
].join('\n');
const statements = parseStatements(TABLE, 'dna.csv');
const show = (network: ReturnType<typeof subtractNetwork>): string[] =>
  tiesOf(network).map(({ source, target, positive, negative }) => `${source}>${target} +${positive} -${negative}`);

describe('the event list of Discourse Network Analyzer', () => {
  test('says who, for whom, on what, which side, when and where', () => {
    expect(statements.rows[2]).toMatchObject({
      ...{ claim: '3', article: '2', outlet: 'The Times', published: '2024-01-03', said: '2024-01-03' },
      ...{ holder: 'Abe', holderTop: 'A', topic: 'road', polarity: 'oppose' },
    });
    expect(statements.quotes.get('3')).toEqual(['words']);
  });

  test('two modes: each statement, or once for a document', () => {
    // A is for the tax twice, both in document 1; Cid has no organization, so none to count for.
    expect(show(actorTopicNetwork(statements.rows))).toEqual(['A>road +0 -1', 'A>tax +2 -0', 'B>road +1 -0', 'B>tax +1 -0']);
    expect(show(actorTopicNetwork(statements.rows, { countOnce: 'article' }))).toContain('A>tax +1 -0');
    expect(show(actorTopicNetwork(statements.rows, { rollUp: false }))).toContain('Cid>road +1 -0');
  });

  test('one mode: products of counts', () => {
    // tax: 2 for by A times 1 for by B; road: 1 against by A times 1 for by B.
    expect(show(subtractNetwork(statements.rows, { countOnce: 'claim' }))).toEqual(['A>B +2 -1']);
    // Average: by the mean number of statements, A 3 and B 2: 2 / 2.5 and 1 / 2.5.
    expect(show(subtractNetwork(statements.rows, { countOnce: 'claim', normalise: 'average' }))).toEqual(['A>B +0.8 -0.4']);
  });

  test('fewer columns, in any order, with any separator', () => {
    const { rows } = parseStatements("agreement,concept,person\n0,tax,Ann\n1,'=road,Bob\n", 'x');
    expect(rows.map(({ holderTop, topic, polarity, published }) => [holderTop, topic, polarity, published])).toEqual([
      ['Ann', 'tax', 'oppose', null],
      ['Bob', '=road', 'support', null],
    ]);
  });

  const row = (text: string) => `statement ID;time;organization;concept;agreement\n1;2024-01-01;A;tax;1\n${text}\n`;
  test.each([
    ['nothing', '', 'dna.csv: the table of statements is empty'],
    ['no concept', 'organization;agreement\n', 'dna.csv:1: the table of statements has no column "concept"'],
    ['no agreement', 'organization;concept\n', 'dna.csv:1: the table of statements has no column "agreement"'],
    ['nobody', 'concept;agreement\n', 'dna.csv:1: the table of statements has neither'],
    ['a column twice', 'person;person;concept;agreement\n', 'dna.csv:1: two columns "person"'],
    ['an agreement that is none', row('2;2024-01-01;A;tax;yes'), 'dna.csv:3: "yes" is no agreement'],
    ['no agreement given', row('2;2024-01-01;A;tax;'), 'dna.csv:3: "" is no agreement'],
    ['a time that is none', row('2;2024-02-31 00:00:00;A;tax;1'), 'dna.csv:3: "2024-02-31 00:00:00" is no time'],
    ['a statement of nobody', row('2;2024-01-01;;tax;1'), 'dna.csv:3: a statement of nobody'],
    ['too few columns', row('2;2024-01-01;A'), 'dna.csv:3: 3 columns instead of 5'],
    ['an open quotation', row('2;2024-01-01;"A;tax;1'), 'dna.csv:3: a quoted cell does not end'],
    ['an ID twice', row('1;2024-01-01;A;tax;1'), 'dna.csv:3: statement ID 1 is that of line 2 too'],
  ])('%s: one line that says where', (_name, text, message) => {
    let caught: unknown;
    try {
      parseStatements(text, 'dna.csv');
    } catch (error) {
      caught = error;
    }
    expect(caught).toBeInstanceOf(DemarcheError);
    const said = describeError(caught as DemarcheError);
    expect(said.startsWith(message)).toBe(true);
    expect(said).not.toContain('\n');
  });
});
