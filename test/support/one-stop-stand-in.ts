import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Behaviour = (request: IncomingMessage, response: ServerResponse) => void;

/** A one-stop software on a free port that does as it is told: well, slow, wrong, down, and back. */
export const startOneStop = async (answer: object) => {
  let behave: Behaviour = well(answer);
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    behave(request, response);
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
  await listen(0);
  const { port } = server.address() as AddressInfo;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.closeAllConnections();
      server.close(() => {
        resolve();
      });
    });
  return {
    url: `http://127.0.0.1:${String(port)}`,
    asked,
    does(next: Behaviour) {
      behave = next;
    },
    stop,
    comesBack: () => listen(port),
  };
};

export const well =
  (answer: object): Behaviour =>
  (_, response) => {
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));
  };

export const says =
  (status: number, body = ''): Behaviour =>
  (_, response) => {
    response.writeHead(status).end(body);
  };

export const neverAnswers: Behaviour = () => undefined;

/** Headers at once, then a body that does not end. */
export const trickles: Behaviour = (_, response) => {
  response.writeHead(200, { 'Content-Type': 'application/json' }).write('{');
};
