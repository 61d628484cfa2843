import { createHash } from 'node:crypto';
import type { Quad, Term } from '../src/rdf/factory.ts';
import { termKey } from '../src/rdf/order.ts';

/*
 * Whether two sets of quads are the same but for the labels of blank nodes (RDF 1.1 Semantics, section 3): colours of blank nodes
 * are refined by what surrounds them (J. Carroll, Matching RDF graphs, ISWC 2002), and where several have one colour, each is tried.
 */

type Colours = ReadonlyMap<string, string>;

const POSITIONS = ['subject', 'predicate', 'object', 'graph'] as const;
const digest = (text: string): string => createHash('sha1').update(text).digest('base64');

const terms = (quad: Quad): Term[] => POSITIONS.map((position) => quad[position]);
const labelsOf = (quads: readonly Quad[]): string[] => [
  ...new Set(quads.flatMap(terms).flatMap((term) => (term.termType === 'BlankNode' ? [term.value] : []))),
];

const quadText = (quad: Quad, colours: Colours, self: string | null): string =>
  terms(quad)
    .map((term) =>
      term.termType !== 'BlankNode' ? termKey(term) : term.value === self ? '_:self' : `_:${colours.get(term.value)}`,
    )
    .join(' ');

const count = (colours: Colours): number => new Set(colours.values()).size;

/** Colours by surroundings, until no more of them come. */
const refined = (byLabel: ReadonlyMap<string, readonly Quad[]>, start: Colours): Colours => {
  for (let colours = start; ; ) {
    const next = new Map(
      [...byLabel].map(([label, quads]) => {
        const around = quads.map((quad) => quadText(quad, colours, label)).sort();
        return [label, digest(`${colours.get(label)}\n${around.join('\n')}`)] as const;
      }),
    );
    if (count(next) === count(colours)) return next;
    colours = next;
  }
};

const quadsByLabel = (quads: readonly Quad[]): Map<string, Quad[]> => {
  const byLabel = new Map<string, Quad[]>(labelsOf(quads).map((label) => [label, []]));
  for (const quad of quads) for (const label of labelsOf([quad])) byLabel.get(label)!.push(quad);
  return byLabel;
};

const texts = (quads: readonly Quad[], colours: Colours): string =>
  quads
    .map((quad) => quadText(quad, colours, null))
    .sort()
    .join('\n');

const labelsByColour = (colours: Colours): Map<string, string[]> => {
  const groups = new Map<string, string[]>();
  for (const [label, colour] of colours) groups.set(colour, [...(groups.get(colour) ?? []), label]);
  return groups;
};

/** True if the quads are the same up to the labels of blank nodes; repeats count for nothing. */
export const isIsomorphic = (left: readonly Quad[], right: readonly Quad[]): boolean => {
  const unique = (quads: readonly Quad[]): Quad[] => [
    ...new Map(quads.map((quad) => [terms(quad).map(termKey).join('\n'), quad])).values(),
  ];
  const [a, b] = [unique(left), unique(right)];
  const [labelsA, labelsB] = [quadsByLabel(a), quadsByLabel(b)];
  if (a.length !== b.length || labelsA.size !== labelsB.size) return false;
  const search = (startA: Colours, startB: Colours): boolean => {
    const [coloursA, coloursB] = [refined(labelsA, startA), refined(labelsB, startB)];
    if (texts(a, coloursA) !== texts(b, coloursB)) return false;
    const groupsB = labelsByColour(coloursB);
    const open = [...labelsByColour(coloursA)].find(([, labels]) => labels.length > 1);
    if (!open) return true;
    const [colour, [label]] = open;
    const chosen = digest(`${colour} chosen`);
    return (groupsB.get(colour) ?? []).some((other) =>
      search(new Map(coloursA).set(label!, chosen), new Map(coloursB).set(other, chosen)),
    );
  };
  const plain = (labels: Iterable<string>): Colours => new Map([...labels].map((label) => [label, '']));
  return search(plain(labelsA.keys()), plain(labelsB.keys()));
};
