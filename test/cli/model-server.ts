import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';

/** A request as the server got it. */
export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: {
    readonly model: string;
    readonly messages: readonly { readonly role: string; readonly content: string }[];
    readonly response_format?: { readonly json_schema: { readonly schema: object } };
  };
}

/** What the server does with a request; null leaves it without an answer. */
export type Reply = { readonly status?: number; readonly text: string; readonly afterMs?: number } | null;

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

/** A chat-completions answer with these words. */
export const says = (content: string | object, finish = 'stop'): Reply => ({
  text: JSON.stringify({
    choices: [
      {
        finish_reason: finish,
        message: { role: 'assistant', content: typeof content === 'string' ? content : JSON.stringify(content) },
      },
    ],
  }),
});

/** A chat-completions server on this machine that gives the replies in order, the last one again and again. */
export async function modelServer(replies: readonly Reply[]): Promise<{ readonly extractor: string; readonly asked: Asked[] }> {
  const asked: Asked[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = JSON.parse(await bodyOf(request));
    const reply = replies[Math.min(asked.length, replies.length - 1)];
    asked.push({ path: request.url ?? '', authorization: request.headers.authorization, body });
    if (!reply) return;
    await new Promise((done) => setTimeout(done, reply.afterMs ?? 0));
    response.writeHead(reply.status ?? 200, { 'Content-Type': 'application/json' }).end(reply.text);
  };
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { extractor: `openai:http://127.0.0.1:${port}/v1/#toy`, asked };
}
