import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';

/** A way to the database that can go dead as a network does: connections stay open and nothing comes through. */
export const startDeafProxy = async (url: string) => {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let deaf = false;
  const pass = (from: Socket, to: Socket): void => {
    sockets.add(from);
    from.on('data', (bytes) => !deaf && to.write(bytes));
    from.on('error', () => to.destroy());
    from.on('close', () => {
      sockets.delete(from);
      to.destroy();
    });
  };
  const server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    pass(client, database);
    pass(database, client);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = new URL(url);
  address.host = `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    url: address.href,
    setDeaf: (now: boolean) => (deaf = now),
    close(): void {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
};
