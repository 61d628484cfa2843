import type { AnalysisSource } from '../../app/analyses.ts';
import type { Column } from '../../report/value.ts';

type Balance = Awaited<ReturnType<AnalysisSource['balance']>>;
type ActorCentrality = Awaited<ReturnType<AnalysisSource['centrality']>>['actors'][number];

/** The ends by the last part of their names: balance knows no labels. */
export const tieText = ({ a, b, sign }: { a: string; b: string; sign: number }): string =>
  [a.replace(/^actor:/, ''), sign > 0 ? '+' : '-', b.replace(/^actor:/, '')].join(' ');

const yesNo = (value: boolean | null): string => (value === null ? 'says nothing: no cycles' : value ? 'yes' : 'no');

const triadText = (triads: Readonly<Record<string, number>>): string =>
  Object.entries(triads)
    .map(([name, count]) => `${name} ${count}`)
    .join(', ') || 'none';

/** A balance for reading, measure by measure. */
export function balanceFacts(result: Balance): [name: string, value: string | number | null][] {
  return [
    ['actors', result.actors],
    ['ties', result.ties],
    ['positive', result.positive],
    ['negative', result.negative],
    ['parts', result.components],
    ['independent cycles', result.cycles],
    ['balanced', yesNo(result.balanced)],
    ['clusterable', yesNo(result.clusterable)],
    ['frustration index', result.frustrationIndex],
    ['proven', result.optimal ? 'yes' : `no (at least ${result.lowerBound})`],
    ...(result.generalised ? generalisedFacts(result.generalised) : []),
    ['triangle balance', result.triangleBalance ?? 'no triangles'],
    ['walk balance', result.walkBalance ?? (result.ties === 0 ? 'no ties' : 'not computed: too large')],
    ['triads', triadText(result.triads)],
    ...chanceFacts(result),
    ['frustrated ties', result.frustrated.map(tieText).join('; ') || 'none'],
    ...(result.undecidedParts ? ([['undecided ties', partsText(result.undecidedParts)]] as [string, string][]) : []),
    ...(result.optima === null ? [] : ([['best partitions', result.optima]] as [string, number][])),
  ];
}

/** Those that vary on their own apart. */
const partsText = (parts: NonNullable<Balance['undecidedParts']>): string =>
  parts.map(({ ties, optima }) => `${ties.map(tieText).join('; ')}${optima === null ? '' : ` (${optima} ways)`}`).join(' | ') ||
  'none';

const generalisedFacts = (found: NonNullable<Balance['generalised']>): [string, string | number][] => [
  ['frustration index, any number of groups', found.frustrationIndex],
  ['proven, any number of groups', found.optimal ? 'yes' : `no (at least ${found.lowerBound})`],
  ['groups of two and more', found.partition.filter((group) => group.length > 1).length],
];

function chanceFacts(result: Balance): [string, string][] {
  const tests = [
    ['triangle balance', result.significance],
    ['walk balance', result.walkSignificance],
    ['ties satisfied', result.frustrationSignificance],
  ] as const;
  return tests.flatMap(([name, test]): [string, string][] => (test ? [['by chance', chanceText(name, test)]] : []));
}

const chanceText = (name: string, test: NonNullable<Balance['significance']>): string =>
  `${name} ${test.mean.toFixed(3)} ± ${test.deviation.toFixed(3)} in ${test.shuffles} shuffles of signs (seed ${test.seed}), ` +
  `${test.z === null ? '' : `z = ${test.z.toFixed(2)}, `}p = ${test.p.toFixed(4)}`;

/** Balances of several windows, one line each. */
export const balanceColumns = <Row extends Balance & { readonly window: string }>(rows: readonly Row[]): Column<Row>[] => [
  { heading: 'window', value: (row) => row.window },
  { heading: 'actors', value: (row) => row.actors },
  { heading: 'ties', value: (row) => row.ties },
  { heading: 'frustration', value: (row) => row.frustrationIndex },
  { heading: 'at least', value: (row) => row.lowerBound },
  { heading: 'proven', value: (row) => row.optimal },
  ...(rows.some((row) => row.undecided !== null) ? [{ heading: 'undecided', value: (row: Row) => row.undecided?.length }] : []),
  { heading: 'triangle balance', value: (row) => row.triangleBalance, digits: 3 },
  { heading: 'walk balance', value: (row) => row.walkBalance, digits: 3 },
];

/** Centralities of actors; columns in which nobody has a value are left out. */
export function centralityColumns(rows: readonly ActorCentrality[]): Column<ActorCentrality>[] {
  const columns: Column<ActorCentrality>[] = [
    { heading: 'actor', value: (row) => row.label },
    { heading: 'friends in', value: (row) => row.positiveIn },
    { heading: 'foes in', value: (row) => row.negativeIn },
    { heading: 'friends out', value: (row) => row.positiveOut },
    { heading: 'foes out', value: (row) => row.negativeOut },
    { heading: 'PN', value: (row) => row.pn, digits: 3 },
    { heading: 'PN in', value: (row) => (row.pn === null ? row.pnIn : null), digits: 3 },
    { heading: 'PN out', value: (row) => (row.pn === null ? row.pnOut : null), digits: 3 },
    { heading: 'eigenvector', value: (row) => row.eigenvector, digits: 3 },
    { heading: 'status', value: (row) => row.status, digits: 3 },
    { heading: 'betweenness', value: (row) => row.betweenness, digits: 1 },
    { heading: 'brokerage', value: (row) => row.brokerage },
    { heading: 'voice share', value: (row) => row.voiceShare, digits: 3 },
  ];
  return columns.filter(({ value }, i) => i === 0 || rows.some((row) => value(row) !== null));
}

type BlocsResult = Awaited<ReturnType<AnalysisSource['blocs']>>;
type Bloc = BlocsResult['blocs'][number];

/** What blocs hold, in the columns for which there is anything. */
export function blocColumns(rows: readonly Bloc[]): Column<Bloc>[] {
  const columns: Column<Bloc>[] = [
    { heading: 'topics (for, against)', value: (bloc) => bloc.topics.slice(0, 5).map(holdingText) },
    { heading: 'words', value: (bloc) => bloc.words?.slice(0, 5).map(({ word }) => word) },
    { heading: 'stability', value: (bloc) => bloc.clusterStability, digits: 2 },
  ];
  const filled = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined);
  return columns.filter(({ value }) => rows.some((row) => filled(value(row))));
}

const holdingText = (held: Bloc['topics'][number]): string => `${held.topic.replace(/^.*[:#/]/, '')} ${held.for}:${held.against}`;

/** Each group of a blockmodel with the signs of its ties to all groups in turn. */
export function blockmodelText({ groups, signs, inconsistent }: NonNullable<BlocsResult['blockmodel']>): string {
  const lines = groups.map((group, g) => {
    const row = signs[g]!.map((sign) => (sign > 0 ? '+' : sign < 0 ? '-' : '0')).join(' ');
    return `  ${g + 1}  ${row}  ${group.map((id) => id.replace(/^actor:/, '')).join(', ') || 'nobody'}`;
  });
  return `blockmodel (${inconsistent} inconsistent ties):\n${lines.join('\n')}`;
}
