import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../src/sparql/parser/query.ts';
import type { Place } from '../../src/sparql/push-down/context.ts';
import { flatten, joinSteps } from '../../src/sparql/push-down/group-join.ts';
import { inputsOf, type Node } from '../../src/sparql/push-down/node.ts';
import { simplified } from '../../src/sparql/push-down/path-forms.ts';

const partsOf = (pattern: string): readonly Node[] =>
  flatten(inputsOf(parseQuery(`PREFIX : <http://e/> SELECT * { ${pattern} }`, 'http://b/').algebra)[0]!).parts;

const PLACE = { bound: new Set(), maybe: new Set() } as unknown as Place;

/** The order in which parts are joined where each costs what `cost` says, and how often it was asked. */
const planned = (parts: readonly Node[], cost: (part: Node, place: Place) => number) => {
  const order: number[] = [];
  let asked = 0;
  joinSteps(
    { parts, conditions: [] },
    PLACE,
    {
      cost: (part, place) => {
        asked++;
        return cost(part, place);
      },
      step: (part, _place, next) => {
        order.unshift(parts.indexOf(part));
        return next;
      },
      test: (_condition, _place, next) => next,
    },
    () => false,
  );
  return { order, asked };
};

describe('the order of a join', () => {
  it('begins with what costs least and goes on with what is joined to it', () => {
    const parts = partsOf('?a :p ?b . ?c :p ?d . ?b :p ?c .');
    expect(planned(parts, (part) => [5, 2, 9][parts.indexOf(part)]!).order).toEqual([1, 2, 0]);
  });

  it('weighs anew what has a variable bound', () => {
    const parts = partsOf('?a :p ?b . ?b :p ?c . ?b :p ?d .');
    const cost = (part: Node, place: Place): number =>
      [1, place.bound.has('b') ? 3 : 50, place.bound.has('b') ? 2 : 60][parts.indexOf(part)]!;
    expect(planned(parts, cost).order).toEqual([0, 2, 1]);
  });

  it.each([
    ['a chain', (i: number) => `?a${i} :p ?a${i + 1} .`],
    ['a star', (i: number) => `?a :p ?a${i} .`],
  ])('asks for no more costs than it must: %s', (_name, line) => {
    const parts = partsOf(Array.from({ length: 300 }, (_, i) => line(i)).join(' '));
    expect(planned(parts, () => 10).asked).toBeLessThan(3 * 300);
  });
});

describe('repetition of what is repeated', () => {
  const pathOf = (path: string): unknown => simplified(partsOf(`?x ${path} ?y`)[0]!.predicate as Node);

  it.each([
    ['(:p*)*', ':p*'],
    ['(:p+)+', ':p+'],
    ['(:p?)?', ':p?'],
    ['(:p+)?', ':p*'],
    ['(:p?)+', ':p*'],
    ['((((:p+)*)+)?)*', ':p*'],
    ['((:p*)*/:q)+', '(:p*/:q)+'],
    ['^((:p*)*)', '^(:p*)'],
    ['(:p/:q)*', '(:p/:q)*'],
  ])('%s is %s', (path, same) => expect(JSON.stringify(pathOf(path))).toBe(JSON.stringify(simplified(pathOf(same) as Node))));

  it('is kept where it says something', () => {
    expect(pathOf('(:p+)?')).not.toEqual(pathOf(':p+'));
    expect((pathOf('(:p/:q)*') as Node).type).toBe('ZeroOrMorePath');
  });
});
