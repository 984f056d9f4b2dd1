import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

interface Answer {
  status: number;
  headers: Headers;
  body: Buffer;
}

/** Where a proxy gets its answers: a path of the measured site. */
export type Source = (path: string) => Promise<Answer>;

/** An answer that went over the wire: its path and the bytes of its body, compressed. */
export interface Sent {
  path: string;
  bytes: number;
}

export interface Proxy {
  origin: string;
  /** Everything sent since the last call. */
  takeSent(): Sent[];
  close(): void;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};
const compressible = /^text\/|json|javascript|svg/;

/** The files of a folder. */
export const fromFolder =
  (folder: string): Source =>
  async (path) => {
    const file = join(folder, path === '/' ? 'index.html' : path);
    try {
      const headers = new Headers({ 'content-type': types[extname(file)] ?? 'text/plain' });
      return { status: 200, headers, body: await readFile(file) };
    } catch {
      return { status: 404, headers: new Headers(), body: Buffer.alloc(0) };
    }
  };

/** What a running server answers. */
export const fromServer =
  (origin: string): Source =>
  async (path) => {
    const answer = await fetch(origin + path, {
      redirect: 'manual',
      headers: { 'accept-encoding': 'identity' },
    });
    const body = Buffer.from(await answer.arrayBuffer());
    return { status: answer.status, headers: answer.headers, body };
  };

/**
 * Stands before a source as Cloudflare's edge does, which the local runtime does not imitate: text goes out with
 * gzip, level 6. Every measured site is behind one of these, so that none has an advantage. Bodies are counted, and
 * not headers, which HTTP/2 packs and this does not.
 */
export async function startProxy(source: Source): Promise<Proxy> {
  let sent: Sent[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    void source(path).then(
      ({ status, headers, body }) => {
        const type = headers.get('content-type') ?? '';
        const wire = compressible.test(type) ? gzipSync(body, { level: 6 }) : body;
        response.statusCode = status;
        response.setHeaders(headers);
        response.removeHeader('transfer-encoding');
        response.setHeader('content-length', wire.length);
        if (wire !== body) response.setHeader('content-encoding', 'gzip');
        sent.push({ path, bytes: wire.length });
        response.end(wire);
      },
      () => response.writeHead(502).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    takeSent() {
      const taken = sent;
      sent = [];
      return taken;
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
