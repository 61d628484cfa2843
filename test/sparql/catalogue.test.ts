import { describe, expect, it } from 'vitest';
import { DemarcheError } from '../../src/model/errors.ts';
import { inspectQuery, loadCatalogue } from '../../src/sparql/index.ts';
import { failureOf } from './helpers.ts';

const GOOD = `#+ summary: Who opposes
#+ description: One row for each,
#+   at the level of states.
#+ question: 1, 26
#+ parameters:
#+   - name: actor
#+     type: actor
#+     required: true
#+     description: who is opposed,
#+       by name
#+   - name: atLeast
#+     type: integer
#+     default: "1"
#+ columns:
#+   - opponent: who opposes
#+   - n: how often
#+ example: demarche ask good --param actor=NATO
#+ example: demarche ask good --param actor=HP
# an ordinary comment
SELECT ?opponent (COUNT(*) AS ?n) { ?c dem:target $actor ; dem:holder ?opponent } GROUP BY ?opponent HAVING(COUNT(*) >= $atLeast)
`;

const load = (text: string) => loadCatalogue([{ name: 'folder/good.rq', text }]).get('good');

const loadFailure = (text: string): DemarcheError => {
  try {
    load(text);
  } catch (error) {
    if (error instanceof DemarcheError) return error;
    throw error;
  }
  throw new Error('expected a DemarcheError');
};

describe('front matter', () => {
  it('is read as written', () => {
    const { text, ...rest } = load(GOOD);
    expect(text).toBe(GOOD);
    expect(rest).toEqual({
      name: 'good',
      file: 'folder/good.rq',
      summary: 'Who opposes',
      description: 'One row for each, at the level of states.',
      questions: [1, 26],
      parameters: [
        { name: 'actor', type: 'actor', description: 'who is opposed, by name', default: null, required: true },
        { name: 'atLeast', type: 'integer', description: '', default: '1', required: false },
      ],
      columns: [
        { name: 'opponent', description: 'who opposes' },
        { name: 'n', description: 'how often' },
      ],
      examples: ['demarche ask good --param actor=NATO', 'demarche ask good --param actor=HP'],
    });
  });

  it('may have Windows line ends', () => {
    expect(load(GOOD.replaceAll('\n', '\r\n')).parameters.map(({ name }) => name)).toEqual(['actor', 'atLeast']);
  });

  const bad: readonly [string, string, number][] = [
    ['no summary', 'ASK {}', 1],
    ['an unknown key', '#+ summary: x\n#+ sumary: y\nASK {}', 2],
    ['a line that is no pair', '#+ summary: x\n#+ what is this\nASK {}', 2],
    ['a text before any key', '#+   going on\nASK {}', 1],
    ['an unknown type', '#+ summary: x\n#+ parameters:\n#+   - name: a\n#+     type: colour\nASK {}', 3],
    ['an unknown parameter field', '#+ summary: x\n#+ parameters:\n#+   - name: a\n#+     colour: red\nASK {}', 3],
    ['a parameter without a name', '#+ summary: x\n#+ parameters:\n#+   - type: date\nASK {}', 3],
    ['a name that is no variable', '#+ summary: x\n#+ parameters:\n#+   - name: a b\nASK {}', 3],
    ['a question that is no number', '#+ summary: x\n#+ question: one\nASK {}', 2],
  ];
  it.each(bad)('refuses %s', (_name, text, line) => {
    expect(loadFailure(text)).toMatchObject({ kind: 'query', location: { file: 'folder/good.rq', line } });
  });
});

describe('a query and its front matter', () => {
  const bad: readonly [string, string][] = [
    ['a parameter that does not occur', GOOD.replace('>= $atLeast', '>= 1')],
    ['a $variable that is not declared', GOOD.replace('?c dem:target', '$c dem:target')],
    ['columns that are not selected', GOOD.replace('- n: how often', '- m: how often')],
    ['columns in another order', GOOD.replace('SELECT ?opponent (COUNT(*) AS ?n)', 'SELECT (COUNT(*) AS ?n) ?opponent')],
    ['a parameter grouped by', GOOD.replace('GROUP BY ?opponent', 'GROUP BY ?opponent $actor')],
    ['a parameter given by BIND', GOOD.replace('} GROUP', 'BIND(1 AS $actor) } GROUP')],
    ['a parameter given by VALUES', GOOD.replace('} GROUP', 'VALUES $actor { 1 } } GROUP')],
    ['an update', '#+ summary: x\nDELETE WHERE { ?s ?p ?o }'],
    ['malformed SPARQL', GOOD.replace('} GROUP', '} GROOP')],
  ];
  it.each(bad)('refuses %s', async (_name, text) => {
    expect(await failureOf(inspectQuery(load(text)))).toMatchObject({ kind: 'query', location: { file: 'folder/good.rq' } });
  });

  it('tells line and column of malformed SPARQL', async () => {
    const error = await failureOf(inspectQuery(load(GOOD.replace('} GROUP', ') GROUP'))));
    expect(error.location).toMatchObject({ line: 20 });
  });

  it('has a form, columns and an order', async () => {
    expect(await inspectQuery(load(GOOD))).toMatchObject({ form: 'select', columns: ['opponent', 'n'], isOrdered: false });
    expect(await inspectQuery(load('#+ summary: x\nASK {}'))).toMatchObject({ form: 'ask', columns: [] });
  });
});

describe('a catalogue', () => {
  const named = (...names: readonly string[]) => loadCatalogue(names.map((name) => ({ name, text: '#+ summary: x\nASK {}' })));

  it('lists by name', () => {
    expect(
      named('b.rq', 'a.rq', 'C.rq')
        .list()
        .map(({ name }) => name),
    ).toEqual(['C', 'a', 'b']);
  });

  it('offers near names for an unknown one', () => {
    expect(() => named('opponents.rq', 'supporters.rq', 'quotes.rq').get('oponents')).toThrow(
      expect.objectContaining({ kind: 'usage', hint: 'did you mean "opponents"?' }),
    );
    expect(() => named('opponents.rq').get('zzz')).toThrow(
      expect.objectContaining({ hint: expect.stringContaining('demarche ask') }),
    );
  });

  it('refuses two queries of one name', () => {
    expect(() => named('a/x.rq', 'b/x.rq')).toThrow(
      expect.objectContaining({ kind: 'query', location: { file: 'b/x.rq', line: 1 } }),
    );
  });
});
