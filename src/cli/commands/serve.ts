import { Command, InvalidArgumentError, Option } from 'commander';
import { DEFAULT_LIMITS } from '../../app/endpoint/types.ts';
import type { RunningServer } from '../../server/start.ts';
import { kbOption, quietOption, withOptions } from '../options.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly kb: string;
  readonly port: number;
  readonly host: string;
  readonly hostName: readonly string[];
  readonly tokenFile?: string;
  readonly cors: readonly string[];
  readonly timeout: number;
  readonly memory: number;
  readonly maxRows: number;
  readonly workers: number;
  readonly spares: number;
  readonly federate: readonly string[];
  readonly logQueries?: boolean;
  readonly quiet?: boolean;
}

const number =
  (least: number, most: number) =>
  (text: string): number => {
    const value = Number(text);
    if (/^\d+(\.\d+)?$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`give a number from ${least} to ${most}.`);
  };

const whole =
  (least: number, most: number) =>
  (text: string): number => {
    const value = number(least, most)(text);
    if (Number.isInteger(value)) return value;
    throw new InvalidArgumentError(`give a whole number from ${least} to ${most}.`);
  };

const collect = (value: string, before: readonly string[]): string[] => [...before, value];

const origin = (value: string, before: readonly string[]): string[] => {
  if (value !== '*' && (!URL.canParse(value) || new URL(value).origin !== value))
    throw new InvalidArgumentError('give an origin such as https://example.org, or *.');
  return collect(value, before);
};

const endpoint = (value: string, before: readonly string[]): string[] => {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) throw new InvalidArgumentError('give the http(s) URL of an endpoint.');
  return collect(value, before);
};

/** Two at least, so that one client's long query does not keep the others waiting. */
const WORKERS = 2;

const serveOptions = (session: Session): Option[] => [
  kbOption(session),
  new Option('--port <port>', 'port to listen on; 0 picks a free one').argParser(whole(0, 65535)).default(3737),
  new Option('--host <address>', 'address to listen on; beyond this machine a token is needed').default('127.0.0.1'),
  new Option('--host-name <name>', 'another name by which the server may be asked; repeatable')
    .argParser(collect)
    .default([], 'none'),
  new Option('--token-file <file>', 'file with the token that callers must send (or DEMARCHE_TOKEN)'),
  new Option('--cors <origin>', 'pages of this origin may ask (* for all); repeatable').argParser(origin).default([], 'none'),
  new Option('--timeout <seconds>', 'longest time for a query, waiting included')
    .argParser(number(0.1, 3600))
    .default(DEFAULT_LIMITS.timeoutMs / 1000),
  new Option('--memory <mb>', 'most memory for a query').argParser(whole(32, 65536)).default(DEFAULT_LIMITS.memoryMb),
  new Option('--max-rows <rows>', 'an answer with more rows is refused')
    .argParser(whole(1, 100_000_000))
    .default(DEFAULT_LIMITS.maxRows),
  new Option('--workers <n>', 'queries that run at the same time').argParser(whole(1, 64)).default(WORKERS),
  new Option('--spares <n>', 'processes kept ready for when one is stopped').argParser(whole(0, 64)).default(2),
  new Option('--federate <url>', 'SERVICE may ask this endpoint; repeatable').argParser(endpoint).default([], 'none'),
  new Option('--log-queries', 'write the text of queries into the log, not only its hash'),
  quietOption(),
];

/** `demarche serve`: a read-only SPARQL endpoint over a base. */
export function serveCommand(session: Session): Command {
  const command = new Command('serve')
    .description('serve the knowledge base, read-only: SPARQL 1.1 at /sparql, Graph Store at /graphs, VoID; log on stderr')
    .action((options: Options) => serve(session, options));
  return withOptions(command, serveOptions(session), [
    ['demarche serve', 'on this machine only, port 3737'],
    ['demarche serve --port 0 --quiet', 'any free port; no log'],
    ['demarche serve --host 0.0.0.0 --host-name kb.example.org --token-file t', 'for others, with a token'],
    ['demarche serve --cors https://yasgui.org', 'let a page of another site ask'],
    ['demarche serve --timeout 60 --memory 2048', 'for a large base and long queries'],
  ]);
}

const EXAMPLE = 'SELECT ?label { ?a a dem:Actor ; rdfs:label ?label } LIMIT 5';

async function serve(session: Session, options: Options): Promise<void> {
  const [{ startServer }, { jsonLog }, { readToken }] = await Promise.all([
    import('../../server/start.ts'),
    import('../../server/log.ts'),
    import('../../app/token.ts'),
  ]);
  const token = await readToken(options.tokenFile, session.io.env.DEMARCHE_TOKEN);
  const { kb, host, port, hostName, cors, timeout, memory, maxRows, workers, spares, federate } = options;
  const server = await startServer({
    directory: kb,
    host,
    port,
    hostNames: hostName,
    origins: cors,
    token,
    limits: { timeoutMs: timeout * 1000, memoryMb: memory, maxRows },
    workers,
    spares,
    federate,
    log: options.quiet ? () => {} : jsonLog((line) => void session.io.stderr.write(line)),
    logQueries: options.logQueries === true,
  });
  await session.print(`serving ${kb} at ${server.origin}/sparql (read-only; Ctrl-C stops)`);
  const bearer = token === null ? '' : '-H "Authorization: Bearer $DEMARCHE_TOKEN" ';
  await session.print(`try: curl ${bearer}-H 'Accept: text/csv' --data-urlencode 'query=${EXAMPLE}' ${server.origin}/sparql`);
  await untilStopped(server);
}

const GRACE_MS = 5000;

/** Waits for SIGINT or SIGTERM; a second one stops at once. */
function untilStopped(server: RunningServer): Promise<void> {
  return new Promise((resolve, reject) => {
    let signals = 0;
    const stop = (): void => {
      signals++;
      if (signals > 1) process.exit(130);
      server.close(GRACE_MS).then(() => {
        for (const signal of SIGNALS) process.off(signal, stop);
        resolve();
      }, reject);
    };
    const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
    for (const signal of SIGNALS) process.on(signal, stop);
  });
}
