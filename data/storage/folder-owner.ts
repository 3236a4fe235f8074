import { randomUUID } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DomainError } from '../domain-error.js';

export interface FolderClaim {
  release(): Promise<void>;
}

/**
 * One process owns a data folder: whoever answers on its Unix socket. A socket left by a killed process answers
 * nobody and is replaced. Throws DomainError `store.locked` when the folder is owned.
 */
export const claimFolder = async (
  folder: string,
  onConnection: (socket: Socket) => void,
): Promise<FolderClaim> => {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const own = `.${randomUUID().slice(0, 8)}.sock`;
  const way = shortWayTo(folder);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    onConnection(socket);
  });
  try {
    await listen(server, join(way.path, own));
    chmodSync(join(folder, own), 0o600);
    // Bound under a name of its own first: `link` fails when another process was faster, `bind` could not tell.
    await takeName(folder, join(folder, own));
  } catch (error) {
    server.close();
    throw error;
  } finally {
    rmSync(join(folder, own), { force: true });
    way.remove();
  }
  let released: Promise<void> | null = null;
  return { release: () => (released ??= release(folder, server, sockets)) };
};

/** A connection to the process that owns the folder, or null when none does. */
export const connectToOwner = async (folder: string): Promise<Socket | null> => {
  const way = shortWayTo(folder);
  try {
    return await connected(join(way.path, SOCKET));
  } finally {
    way.remove();
  }
};

const SOCKET = 'motcua.sock';
const ATTEMPTS = 50;
const WAIT_MS = 20;

const release = (folder: string, server: Server, sockets: Iterable<Socket>): Promise<void> => {
  rmSync(join(folder, SOCKET), { force: true });
  return new Promise((done) => {
    server.close(() => {
      done();
    });
    for (const socket of sockets) socket.destroy();
  });
};

const takeName = async (folder: string, own: string): Promise<void> => {
  if (linked(own, join(folder, SOCKET))) return;
  if (await answers(folder)) throw locked(folder);
  const done = await takeOverAlone(folder);
  try {
    // Whoever took over in the meantime answers by now.
    if (await answers(folder)) throw locked(folder);
    rmSync(join(folder, SOCKET), { force: true });
    if (!linked(own, join(folder, SOCKET))) throw locked(folder);
  } finally {
    done();
  }
};

/**
 * Between seeing that a socket is stale and removing it another process may have replaced it, so one at a time takes
 * over. An abstract socket is free again when its process ends, however it ends; only Linux has them, and elsewhere
 * two servers started in the same instant after a crash are not told apart.
 */
const takeOverAlone = async (folder: string): Promise<() => void> => {
  if (process.platform !== 'linux') return () => undefined;
  const { dev, ino } = statSync(folder);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const server = createServer();
    try {
      await listen(server, `\0motcua-${String(dev)}-${String(ino)}`);
      return () => server.close();
    } catch {
      await sleep(WAIT_MS);
    }
  }
  throw locked(folder);
};

const locked = (folder: string): DomainError =>
  new DomainError(
    'store.locked',
    `Another process already owns the data folder ${resolve(folder)}: stop it, or give this one a folder of its own.`,
  );

const linked = (from: string, to: string): boolean => {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
};

/** A socket that refuses for another reason than having no listener counts as answering: it cannot be taken over. */
const answers = async (folder: string): Promise<boolean> => {
  try {
    const socket = await connectToOwner(folder);
    socket?.destroy();
    return socket !== null;
  } catch {
    return true;
  }
};

const connected = (path: string): Promise<Socket | null> =>
  new Promise((done, failed) => {
    const socket = createConnection(path);
    socket.once('connect', () => {
      done(socket);
    });
    // Stays for later errors too: a connection that breaks ends, and whoever reads it sees the end.
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') done(null);
      else failed(error);
    });
  });

/** The address of a Unix socket holds 104 to 108 bytes: a longer folder is reached through a link in a short one. */
const LONGEST_PATH = 80;

const shortWayTo = (folder: string): { path: string; remove: () => void } => {
  const path = resolve(folder);
  if (Buffer.byteLength(path) <= LONGEST_PATH) return { path, remove: () => undefined };
  const private_ = mkdtempSync(join(tmpdir(), 'motcua-'));
  symlinkSync(path, join(private_, 'd'));
  return {
    path: join(private_, 'd'),
    remove: () => {
      rmSync(private_, { recursive: true });
    },
  };
};

const listen = (server: Server, path: string): Promise<void> =>
  new Promise((done, failed) => {
    server.once('error', failed);
    server.listen(path, () => {
      server.off('error', failed);
      done();
    });
  });
