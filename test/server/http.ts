import { request } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface Call {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** The address the caller comes from: 127.0.0.2 is another client than 127.0.0.1. */
  readonly from?: string;
  readonly signal?: AbortSignal;
}

/** One exchange as it is, with any header: `fetch` lets no Host, Origin or body without type through. */
export const call = (url: string, { method = 'GET', headers = {}, body, from, signal }: Call = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const options = {
      method,
      headers,
      ...(from ? { localAddress: from } : {}),
      ...(signal ? { signal } : {}),
      agent: false as const,
    };
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString('utf8') }),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });

export const ask = (origin: string, query: string, more: Call = {}): Promise<Reply> =>
  call(`${origin}/sparql`, {
    method: 'POST',
    body: query,
    ...more,
    headers: { 'Content-Type': 'application/sparql-query', ...more.headers },
  });
