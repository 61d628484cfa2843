import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/* Virtuoso 7, as Debian ships it (package virtuoso-opensource-7-bin), on loopback with a database of its own. */

export const isInstalled = spawnSync('virtuoso-t', ['-?']).error === undefined;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

const settings = (folder: string, sql: number, http: number): string => `[Database]
DatabaseFile = ${folder}/virtuoso.db
ErrorLogFile = ${folder}/virtuoso.log
TransactionFile = ${folder}/virtuoso.trx
LockFile = ${folder}/virtuoso.lck
xa_persistent_file = ${folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = ${folder}/temp.db
TransactionFile = ${folder}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:${sql}
NumberOfBuffers = 2000
MaxDirtyBuffers = 1000
DirsAllowed = ${folder}
[HTTPServer]
ServerPort = 127.0.0.1:${http}
ServerRoot = ${folder}
ServerThreads = 4
[SPARQL]
DefaultGraph = urn:virtuoso:default
`;

/** Starts the server. @returns its origin, and how to stop it */
export const startVirtuoso = async (): Promise<{ readonly origin: string; stop(): void }> => {
  const folder = mkdtempSync(join(tmpdir(), 'virtuoso-'));
  const [sql, http] = [await freePort(), await freePort()];
  writeFileSync(join(folder, 'virtuoso.ini'), settings(folder, sql, http));
  const child = spawn('virtuoso-t', ['+configfile', join(folder, 'virtuoso.ini'), '+foreground'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const stop = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${http}`;
  for (let tries = 0; tries < 240; tries++) {
    const answer = await fetch(`${origin}/sparql?query=ASK%7B%7D`).catch(() => null);
    await answer?.body?.cancel();
    if (answer?.ok) return { origin, stop };
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  stop();
  throw new Error('virtuoso-t did not start within a minute');
};
