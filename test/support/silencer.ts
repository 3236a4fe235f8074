import { connect, createServer } from 'node:net';
import type { Socket } from 'node:net';

/** A way to a server on which, while it is silenced, nothing comes through and nothing is closed: a dead network. */
export const startSilencer = async (address: string) => {
  const { hostname, port } = new URL(address);
  const sockets = new Set<Socket>();
  let silent = false;
  const server = createServer((client) => {
    const onward = connect(Number(port), hostname);
    for (const [from, to] of [
      [client, onward],
      [onward, client],
    ] as const) {
      sockets.add(from);
      from.on('data', (chunk: Buffer) => {
        if (!silent) to.write(chunk);
      });
      from.on('error', () => from.destroy());
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const own = server.address();
  const way = new URL(address);
  way.port = typeof own === 'object' && own !== null ? String(own.port) : '';
  return {
    url: way.href,
    silence(): void {
      silent = true;
    },
    /** What was held back is lost: whoever waited on an old connection waits on. */
    speak(): void {
      silent = false;
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};
