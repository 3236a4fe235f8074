import { createServer, request } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import type { Socket } from 'node:net';

/** A proxy without sticky sessions: each message a client posts makes it turn to the next of the servers behind it. */
export const startLoadBalancer = async (servers: readonly string[]) => {
  let turn = 0;
  const messages: number[] = [];
  const sockets = new Set<Socket>();
  const target = (): URL => new URL(servers[turn % servers.length] ?? '');
  const server = createServer((incoming, answer) => {
    if (incoming.method === 'POST' && incoming.url?.endsWith('/activities') === true) {
      turn += 1;
      messages.push(turn % servers.length);
    }
    const { hostname, port } = target();
    const { method, url: path, headers } = incoming;
    const onward = request({ hostname, port, method, path, headers }, (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    });
    onward.on('error', () => answer.writeHead(502).end());
    incoming.pipe(onward);
  });
  server.on('upgrade', (incoming: IncomingMessage, client: Socket) => {
    const { hostname, port } = target();
    const onward = connect(Number(port), hostname, () => {
      const headers = pairs(incoming.rawHeaders).map(([name, value]) => `${name}: ${value}`);
      onward.write([`GET ${incoming.url ?? ''} HTTP/1.1`, ...headers, '', ''].join('\r\n'));
      onward.pipe(client).pipe(onward);
    });
    for (const socket of [onward, client]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${String(port)}`,
    /** Which server each message went to. */
    messages,
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

const pairs = (raw: readonly string[]): [string, string][] =>
  raw.flatMap((name, index): [string, string][] => (index % 2 === 0 ? [[name, raw[index + 1] ?? '']] : []));
