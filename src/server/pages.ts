import { PROBLEMS } from '../app/endpoint/problems.ts';
import type { CatalogueQuery } from '../app/queries.ts';

const EXAMPLE =
  'SELECT ?who ?whom (COUNT(DISTINCT ?p) AS ?n) {\n  ?p a dem:Position ; dem:polarity "oppose" ; dem:holder/rdfs:label ?who ; dem:target/rdfs:label ?whom\n} GROUP BY ?who ?whom ORDER BY DESC(?n) LIMIT 20';

/** What stands where, for people who open the address at a terminal. */
export const frontText = (origin: string): string => `Demarche: a knowledge graph of who says, wants and does what about whom.

  ${origin}/sparql             SPARQL 1.1 queries (GET, POST); without a query, the service description
  ${origin}/graphs             the graphs: ?default, or ?graph=IRI (Graph Store Protocol, reading)
  ${origin}/.well-known/void   what is in it (VoID)
  ${origin}/queries            the named questions (JSON)
  ${origin}/problems           what error answers mean

  curl -H 'Accept: text/csv' --data-urlencode 'query=SELECT ?a ?label { ?a a dem:Actor ; rdfs:label ?label }' ${origin}/sparql
`;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const html = (text: string): string => text.replace(/[&<>"']/g, (char) => ENTITIES[char]!);

const STYLE = `body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}
textarea{width:100%;box-sizing:border-box;font:14px/1.4 monospace}dt{font-weight:600}dd{margin:0 0 .4rem 1rem}pre{overflow-x:auto}`;

const question = ({ name, summary, parameters }: CatalogueQuery): string => {
  const takes = parameters.map(({ name: parameter, type, required }) => `${parameter} (${type}${required ? ', required' : ''})`);
  return `<dt id="${html(name)}">${html(name)}</dt><dd>${html([summary, ...takes].join(' · '))}</dd>`;
};

/** The same for browsers, with a form and the named questions; it loads nothing. */
export const frontPage = (origin: string, queries: readonly CatalogueQuery[]): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Demarche: SPARQL endpoint</title>
<style>${STYLE}</style></head>
<body>
<h1>Demarche</h1>
<p>A knowledge graph, read out of political news: who says, wants and does what about whom, each fact with the sentence that
states it. This is its SPARQL 1.1 endpoint, for reading.</p>
<form action="/sparql" method="get">
<p><label for="query">A query; the prefixes <code>dem</code>, <code>rdfs</code>, <code>skos</code>, <code>prov</code> and the like are known:</label></p>
<textarea id="query" name="query" rows="6" spellcheck="false">${html(EXAMPLE)}</textarea>
<p><button>Ask</button></p>
</form>
<ul>
<li><a href="/sparql">Service description</a></li>
<li><a href="/.well-known/void">What is in it (VoID)</a></li>
<li><a href="/graphs?default">The graph whole</a>; <code>/graphs?graph=IRI</code> gives one of its graphs (Graph Store Protocol)</li>
<li><a href="/queries">The named questions, with their SPARQL (JSON)</a></li>
<li><a href="/problems">What error answers mean</a></li>
</ul>
<p>From a terminal:</p>
<pre>curl -H 'Accept: text/csv' --data-urlencode 'query=SELECT ?a ?label { ?a a dem:Actor ; rdfs:label ?label }' ${html(origin)}/sparql</pre>
<h2>Named questions</h2>
<p><code>demarche ask NAME --param name=value</code> answers them; their SPARQL is in the list above.</p>
<dl>
${queries.map(question).join('\n')}
</dl>
</body>
</html>
`;

/** The named questions for programs: a parameter is a variable `$name` of the text. */
export const queriesPage = (queries: readonly CatalogueQuery[]): string => {
  const told = queries.map(({ name, summary, description, parameters, columns, examples, text }) => ({
    name,
    summary,
    description,
    parameters,
    columns,
    examples,
    sparql: text,
  }));
  return `${JSON.stringify(told, null, 1)}\n`;
};

/** What each type of problem means. */
export const problemsPage = (): string => {
  const rows = Object.entries(PROBLEMS).map(([type, { status, title }]) => `  ${status}  ${type.padEnd(20)}${title}\n`);
  return `Error answers are problem documents (RFC 9457); their type is one of these.\n\n${rows.join('')}`;
};
