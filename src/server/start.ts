import type { AddressInfo, Server } from 'node:net';
import { EndpointPool, type PoolOptions } from '../app/endpoint/pool.ts';
import { DemarcheError } from '../model/errors.ts';
import type { Log } from './log.ts';
import { createEndpointServer } from './server.ts';

export interface StartOptions extends Omit<PoolOptions, 'onEvent'> {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Further names by which the server may be asked. */
  readonly hostNames: readonly string[];
  /** Origins of pages that may ask from other sites. */
  readonly origins: readonly string[];
  readonly token: string | null;
  readonly log: Log;
  readonly logQueries?: boolean;
}

export interface RunningServer {
  /** Where it is asked: `http://127.0.0.1:3737`. */
  readonly origin: string;
  /** Takes no more requests and stops; queries that run get so many milliseconds to end. */
  close(graceMs: number): Promise<void>;
}

const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;
const LEAST_TOKEN = 16;

const checkAccess = ({ host, token }: StartOptions): void => {
  if (token !== null && (token.length < LEAST_TOKEN || /[^\x21-\x7e]/.test(token)))
    throw new DemarcheError('usage', `a token has at least ${LEAST_TOKEN} visible characters of ASCII`, {
      hint: 'openssl rand -hex 32 makes one',
    });
  if (!LOOPBACK.test(host) && token === null)
    throw new DemarcheError('usage', `${host} can be reached by other machines, so a token is needed`, {
      hint: 'give one with --token-file FILE or in DEMARCHE_TOKEN, or leave --host away',
    });
};

const namesOf = ({ host, hostNames }: StartOptions): ReadonlySet<string> => {
  const own = LOOPBACK.test(host) ? ['localhost', '127.0.0.1', '[::1]'] : [];
  return new Set([...own, host.includes(':') ? `[${host}]` : host, ...hostNames].map((name) => name.toLowerCase()));
};

const LISTEN_ERRORS: Readonly<Record<string, readonly [message: string, hint: string]>> = {
  EADDRINUSE: ['is in use', 'choose another with --port, or any free one with --port 0'],
  EACCES: ['may not be used by this user', 'choose one above 1023 with --port'],
  EADDRNOTAVAIL: ['is on no address of this machine', 'check --host'],
  ENOTFOUND: ['is on a host that is not known', 'check --host'],
};

const listen = (server: Server, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const [message, hint] = LISTEN_ERRORS[error.code ?? ''] ?? [`cannot be used (${error.code})`, 'choose another with --port'];
      reject(new DemarcheError('usage', `port ${port} ${message}`, { hint, cause: error }));
    });
    server.listen(port, host, () => resolve());
  });

const originOf = (server: Server): string => {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
};

/**
 * Serves a base for reading.
 * @throws DemarcheError (kind `usage`) for a port or address that cannot be used, (kind `store`) for a base that cannot be opened
 */
export const startServer = async (options: StartOptions): Promise<RunningServer> => {
  checkAccess(options);
  const { host, port, log } = options;
  const pool = await EndpointPool.start({
    ...options,
    onEvent: ({ event, pid, reason }) => log({ level: reason === undefined ? 'info' : 'warn', event, pid, reason }),
  });
  const access = { hostNames: namesOf(options), origins: options.origins, token: options.token };
  const server = createEndpointServer({ endpoint: pool, access, log, logQueries: options.logQueries ?? false });
  try {
    await listen(server, host, port);
  } catch (error) {
    await pool.close();
    throw error;
  }
  return {
    origin: originOf(server),
    close: async (graceMs) => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      await pool.close(graceMs);
      server.closeAllConnections();
      await closed;
    },
  };
};
