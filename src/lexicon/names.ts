import type { ActorRow, ListedForm } from './actor-rows.ts';
import { failAt } from './tsv.ts';
import type { NameEntry, NameKind } from './types.ts';

/** A form claimed by a row. */
interface Claim extends ListedForm {
  readonly by: ActorRow;
  /** That of the row which has the last word on the actor. */
  readonly priority: number;
}

/** Order of kinds when one actor, or actors of equal priority, share a form. */
const RANK: Readonly<Record<NameKind, number>> = {
  name: 0,
  acronym: 1,
  seat: 2,
  capital: 3,
  demonymAdjective: 4,
  demonymNoun: 5,
};

const isProper = (kind: NameKind): boolean => kind === 'name' || kind === 'acronym';

const standing = (a: Claim, b: Claim): number => b.by.layer - a.by.layer || b.priority - a.priority;

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const order = (a: Claim, b: Claim): number => standing(a, b) || RANK[a.kind] - RANK[b.kind] || byId(a.by.entry.id, b.by.entry.id);

/** A claim is idle if the same actor has the form in a stronger way: "Singapore" is a name before it is a capital. */
const isIdle = (claim: Claim, all: readonly Claim[]): boolean =>
  all.some(
    (other) =>
      other !== claim &&
      other.by.entry.id === claim.by.entry.id &&
      (other.kind === claim.kind
        ? all.indexOf(other) < all.indexOf(claim)
        : RANK[other.kind] < RANK[claim.kind] && RANK[other.kind] <= RANK.capital),
  );

function checkDecided(form: string, claims: readonly Claim[]): void {
  const proper = claims.filter(({ kind }) => isProper(kind));
  const [first, ...others] = proper;
  const rival = first && others.find((other) => other.by.entry.id !== first.by.entry.id && standing(first, other) === 0);
  if (first && rival)
    failAt(
      rival.by.row,
      `"${form}" names both "${first.by.entry.id}" and "${rival.by.entry.id}"`,
      'give one of them a higher number in column "priority"',
    );
}

function decide(form: string, found: readonly Claim[]): Claim[] {
  const kept = found.filter((claim) => !isIdle(claim, found)).sort(order);
  checkDecided(form, kept);
  return kept;
}

const toName = ({ form, kind, reason, by }: Claim): NameEntry => ({ form, actor: by.entry.id, kind, reason });

/**
 * Indexes the forms of all rows; the likeliest reading of a form comes first: later layer, higher priority,
 * then name, acronym, seat, capital, adjective, noun.
 * @param latest by actor id, the row that has the last word.
 * @throws DemarcheError kind `lexicon` if two actors share a name or acronym and none has the higher priority.
 */
export function indexNames(rows: readonly ActorRow[], latest: ReadonlyMap<string, ActorRow>): Map<string, readonly NameEntry[]> {
  const claims = new Map<string, Claim[]>();
  for (const by of rows) {
    const { priority } = latest.get(by.entry.id) ?? by;
    for (const { form, kind, reason } of by.forms) {
      const claim: Claim = { form, kind, reason, by, priority };
      const at = claims.get(form);
      if (at) at.push(claim);
      else claims.set(form, [claim]);
    }
  }
  const names = new Map<string, readonly NameEntry[]>();
  for (const [form, found] of claims) names.set(form, found.length === 1 ? found.map(toName) : decide(form, found).map(toName));
  return names;
}
