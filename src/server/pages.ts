import { PROBLEMS } from '../app/endpoint/problems.ts';

/** What stands where, for people who open the address in a browser. */
export const frontPage = (origin: string): string => `Demarche: a knowledge graph of who says, wants and does what about whom.

  ${origin}/sparql             SPARQL 1.1 queries (GET, POST); without a query, the service description
  ${origin}/graphs             the graphs: ?default, or ?graph=IRI (Graph Store Protocol, reading)
  ${origin}/.well-known/void   what is in it (VoID)
  ${origin}/problems           what error answers mean

  curl -H 'Accept: text/csv' --data-urlencode 'query=SELECT ?a ?label { ?a a dem:Actor ; rdfs:label ?label }' ${origin}/sparql
`;

/** What each type of problem means. */
export const problemsPage = (): string => {
  const rows = Object.entries(PROBLEMS).map(([type, { status, title }]) => `  ${status}  ${type.padEnd(20)}${title}\n`);
  return `Error answers are problem documents (RFC 9457); their type is one of these.\n\n${rows.join('')}`;
};
