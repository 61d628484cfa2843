import { describe, expect, it } from 'vitest';
import { ask, createEngine, loadCatalogue } from '../../src/sparql/index.ts';
import { fixtureQuads } from './fixture.ts';
import { BASE, failureOf, rowsOf } from './helpers.ts';

const engine = createEngine(fixtureQuads());

const echo = (type: string, more = ''): ReturnType<typeof loadCatalogue> =>
  loadCatalogue([
    {
      name: 'echo.rq',
      text: `#+ summary: x\n#+ parameters:\n#+   - name: value\n#+     type: ${type}\n${more}#+ columns:\n#+   - value: x\n#+   - datatype: x\nSELECT $value (DATATYPE($value) AS ?datatype) {}`,
    },
  ]);

const termFor = async (type: string, text: string): Promise<unknown> => {
  const { parameters } = await ask(engine, echo(type), 'echo', { value: text });
  const term = parameters.get('value')!;
  return term.termType === 'Literal' ? `${term.value}^^${term.datatype.value.replace(/.*#/, '')}` : term.value.replace(BASE, '');
};

describe('parameter texts become terms', () => {
  const good: readonly [string, string, string][] = [
    ['date', '2024-02-29', '2024-02-29^^date'],
    ['integer', '-12', '-12^^integer'],
    ['number', '0.5', '0.5^^decimal'],
    ['number', '3', '3^^decimal'],
    ['string', ' " } DROP ALL', ' " } DROP ALL^^string'],
    ['boolean', 'false', 'false^^boolean'],
    ['iri', 'http://example.org/a', 'http://example.org/a'],
    ['polarity', 'oppose', 'oppose^^string'],
    ['actor', 'Norland', 'actor/NRL'],
    ['actor', 'norland', 'actor/NRL'],
    ['actor', 'NRL', 'actor/NRL'],
    ['actor', 'HP', 'actor/harbour-pact'],
    ['actor', 'The Pact', 'actor/harbour-pact'],
    ['actor', 'harbour-pact', 'actor/harbour-pact'],
    ['actor', `${BASE}actor/NRL`, 'actor/NRL'],
    ['actor', ' Ivo  Kell ', 'actor/203103060000.kell'],
    ['topic', 'growth of the pact', 'topic/pact-growth'],
    ['topic', 'enlargement', 'topic/pact-growth'],
    ['topic', 'pact-growth', 'topic/pact-growth'],
  ];
  it.each(good)('%s %j', async (type, text, expected) => {
    expect(await termFor(type, text)).toBe(expected);
  });

  const bad: readonly [string, string][] = [
    ['date', '2023-02-29'],
    ['date', '11.7.2024'],
    ['date', '2024-07-11T00:00:00'],
    ['integer', '1.5'],
    ['integer', '1 } #'],
    ['number', 'NaN'],
    ['boolean', 'yes'],
    ['iri', 'x> ?p ?o . ?s <y'],
    ['iri', 'http://example.org/a b'],
    ['iri', 'relative'],
    ['polarity', 'against'],
    ['string', '\ud800'],
    ['actor', 'Nowhereland'],
    ['actor', 'http://example.org/not-in-the-base'],
    ['actor', '" } #'],
    ['topic', 'football'],
  ];
  it.each(bad)('%s refuses %j', async (type, text) => {
    const error = await failureOf(ask(engine, echo(type), 'echo', { value: text }));
    expect(error.kind).toBe('usage');
    expect(error.message).toContain('"value"');
    expect(error.hint).toBeTruthy();
  });
});

describe('names', () => {
  it('offers the nearest ones', async () => {
    const error = await failureOf(ask(engine, echo('actor'), 'echo', { value: 'Nordland' }));
    expect(error.hint).toMatch(/^did you mean "Norland"/);
  });

  it('names the candidates where several bear one', async () => {
    const { iri, quad, string } = await import('../../src/rdf/factory.ts');
    const graph = iri(`${BASE}graph/x`);
    const lee = (id: string) => {
      const actor = iri(`${BASE}actor/${id}`);
      return [
        quad(
          actor,
          iri('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'),
          iri('https://w3id.org/demarche/ontology#Actor'),
          graph,
        ),
        quad(actor, iri('http://www.w3.org/2000/01/rdf-schema#label'), string('Lee'), graph),
      ];
    };
    const two = createEngine([...lee('1.lee'), ...lee('2.lee')]);
    const error = await failureOf(ask(two, echo('actor'), 'echo', { value: 'Lee' }));
    expect(error.hint).toContain('1.lee, 2.lee');
    expect((await ask(two, echo('actor'), 'echo', { value: '2.lee' })).parameters.get('value')?.value).toBe(`${BASE}actor/2.lee`);
  });
});

describe('what is given', () => {
  it('falls back on the default', async () => {
    const { result } = await ask(engine, echo('integer', '#+     default: 7\n'), 'echo');
    expect(rowsOf(result, 'value')).toEqual([[7]]);
  });

  it('leaves a parameter without value and default unbound', async () => {
    const { result } = await ask(engine, echo('integer'), 'echo');
    expect(rowsOf(result)).toEqual([[null, null]]);
  });

  it('must hold what is required', async () => {
    const error = await failureOf(ask(engine, echo('integer', '#+     required: true\n'), 'echo'));
    expect(error).toMatchObject({ kind: 'usage', hint: '"echo" takes value (integer, required)' });
  });

  it('must hold nothing unknown', async () => {
    const error = await failureOf(ask(engine, echo('integer'), 'echo', { vlaue: '1' }));
    expect(error.hint).toBe('did you mean "value"? "echo" takes value (integer)');
    expect(await failureOf(ask(engine, echo('integer'), 'echo', { constructor: '1' }))).toMatchObject({ kind: 'usage' });
  });
});
