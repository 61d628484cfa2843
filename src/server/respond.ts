import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { PROBLEMS, type Problem } from '../app/endpoint/problems.ts';
import type { EndpointAnswer } from '../app/endpoint/types.ts';
import { contentTypeOf } from './formats.ts';

/** Sent with every answer. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "default-src 'none'",
  'Referrer-Policy': 'no-referrer',
  Vary: 'Accept, Origin',
  'X-Content-Type-Options': 'nosniff',
};

/** A problem document as JSON (RFC 9457); its type leads to the page that lists all of them. */
export const problemText = ({ type, detail, line, column }: Problem): string => {
  const { status, title } = PROBLEMS[type];
  return `${JSON.stringify({ type: `/problems#${type}`, title, status, detail, line, column })}\n`;
};

export const sendText = (
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  text: string,
): void => {
  const body = Buffer.from(text, 'utf8');
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
};

export const sendProblem = (request: IncomingMessage, response: ServerResponse, problem: Problem): void => {
  if (response.headersSent) return void response.destroy();
  if (problem.retryAfter !== undefined) response.setHeader('Retry-After', problem.retryAfter);
  if (problem.type === 'unauthorized') response.setHeader('WWW-Authenticate', 'Bearer realm="demarche"');
  // What the sender still sends is not read.
  if (problem.type === 'too-large') response.setHeader('Connection', 'close');
  sendText(request, response, PROBLEMS[problem.type].status, 'application/problem+json', problemText(problem));
};

/** Sends an answer as fast as the caller takes it. */
export const sendAnswer = async (request: IncomingMessage, response: ServerResponse, answer: EndpointAnswer): Promise<void> => {
  response.writeHead(200, { 'Content-Type': contentTypeOf(answer.format), 'Content-Length': answer.length });
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  for await (const chunk of answer.body) {
    if (response.destroyed) return;
    if (request.method === 'HEAD' || response.write(chunk)) continue;
    await once(response, 'drain', { signal: gone.signal }).catch(() => undefined);
  }
  response.end();
};
