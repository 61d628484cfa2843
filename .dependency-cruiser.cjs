/*
 * The import rules of docs/architecture.md, enforced. `npm run imports` runs them and fails if fewer modules were
 * seen than stand in src/ (a cruise that sees nothing passes everything).
 */

/** A rule: files in `from` may reach, inside src/, only their own folder, model/ and the folders in `allowed`. */
const folder = (from, allowed, comment) => ({
  name: `${from}-imports`,
  comment,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: `^src/(${[from, 'model', ...allowed].join('|')})/` },
});

/** A rule: a package has one owner, so that it can be replaced in one place. */
const owner = (name, packages, owners, comment) => ({
  name: `${name}-owner`,
  comment,
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/(${owners})/` },
  to: { path: `(^|node_modules/)(${packages})(/|$)` },
});

const PURE = 'model|language|lexicon|extraction|assembly|graph|report';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Data flows one way; a cycle means that a piece stands in the wrong folder.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    folder('model', [], 'The nouns know nobody.'),
    folder('text', [], 'Bytes become a Document without knowing what is read out of it.'),
    folder('language', [], 'The linguistic engine knows English and no politics; its own data is handed to it.'),
    folder('lexicon', [], 'The codebook is data with checks; it knows neither grammar nor graph.'),
    folder(
      'extraction',
      ['language', 'lexicon'],
      'The political reading stands on grammar and codebook alone: one article, a pure function.',
    ),
    folder('assembly', ['lexicon'], 'Everything across articles is recomputable from extractions and codebook.'),
    folder('rdf', [], 'The mapping knows the model and RDF, not where quads are kept or asked.'),
    folder('store', ['rdf'], 'The base keeps graphs and texts; it asks nothing and computes nothing.'),
    folder('sparql', ['store', 'rdf'], 'Queries run over the store.'),
    folder('graph', [], 'Networks are made from rows that are handed in.'),
    folder('report', [], 'Formatters are pure functions of what they print.'),
    folder(
      'app',
      ['text', 'language', 'lexicon', 'extraction', 'assembly', 'rdf', 'store', 'sparql', 'graph', 'report'],
      'Use cases compose everything above and are composed by everything below.',
    ),
    folder(
      'evaluation',
      ['app', 'report', 'extraction/syntax'],
      'Scoring uses the program as its users do; trees are read alike everywhere.',
    ),
    folder('cli', ['app', 'report', 'evaluation', 'server'], 'The command line parses, calls and renders.'),
    folder('server', ['app', 'report'], 'The server parses, calls and renders.'),
    folder('web', [], 'Browser code speaks HTTP only.'),
    {
      name: 'index-imports',
      comment: 'The library is app/ and types.',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(app|model)/' },
    },
    {
      name: 'library-is-a-leaf',
      comment: 'Inside the program nobody imports the library entry.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^src/index\\.ts$' },
    },
    {
      name: 'pure-folders',
      comment: 'What decides output has no file system, network, clock or randomness: no Node module at all.',
      severity: 'error',
      from: { path: `^src/(${PURE})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'shipped-code-needs-shipped-packages',
      comment: 'src/ runs where only dependencies are installed; types may come from devDependencies.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    owner('n3', 'n3|jsonld-streaming-serializer|shacl-engine', 'rdf', 'rdf/ is the sole owner of the RDF libraries.'),
    owner('comunica', '@comunica/[^/]+|@traqula/[^/]+|sparqljs', 'sparql', 'sparql/ is the sole owner of the query engine.'),
    owner('graphology', 'graphology[^/]*', 'graph', 'graph/ is the sole owner of graphology.'),
    owner(
      'encodings',
      'chardet|iconv-lite|mdast-util-[^/]+',
      'text',
      'text/ is the sole reader of foreign formats and encodings.',
    ),
    owner('dates', 'chrono-node', 'language', 'chrono is wrapped in language/, where its results get bounds and granularity.'),
    owner('solver', 'highs', 'app', 'The solver is loaded in app/ and handed to graph/, which knows only what it asks of one.'),
    owner('terminal', 'commander|cli-progress|picocolors', 'cli', 'Only the command line speaks to a terminal.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
