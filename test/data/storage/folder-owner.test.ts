import { existsSync, renameSync, statSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { claimFolder, connectToOwner } from '../../../data/storage/folder-owner.js';
import type { FolderClaim } from '../../../data/storage/folder-owner.js';

const ignore = (): void => undefined;

describe.each([
  ['a short path', ''],
  ['a path too long for the address of a socket', join('x'.repeat(90), 'ngăn kéo '.repeat(10))],
])('A data folder with %s', (_what, below) => {
  let root: string;
  let folder: string;
  const claims: FolderClaim[] = [];
  const claim = async (onConnection: (socket: Socket) => void = ignore) => {
    const claimed = await claimFolder(folder, onConnection);
    claims.push(claimed);
    return claimed;
  };

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'motcua-owner-'));
    folder = join(root, 'kho', below);
  });
  afterEach(async () => {
    await Promise.all(claims.splice(0).map((one) => one.release()));
    await rm(root, { recursive: true });
  });

  it('is owned by one process at a time', async () => {
    await claim();
    await expect(claim()).rejects.toMatchObject({ code: 'store.locked' });
    await expect(claim()).rejects.toThrow(folder);
  });

  it('can be claimed again after a release, and nobody answers in between', async () => {
    const first = await claim();
    await first.release();
    expect(await connectToOwner(folder)).toBeNull();
    await expect(claim()).resolves.toBeDefined();
  });

  it('has one owner when many claim it at once', async () => {
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => claim()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is taken over when nothing answers on a socket left behind', async () => {
    const first = await claim();
    await first.release();
    await leaveStaleSocket(folder);
    expect(existsSync(join(folder, 'motcua.sock'))).toBe(true);
    await claim();
    const socket = await connectToOwner(folder);
    expect(socket).not.toBeNull();
    socket?.destroy();
  });

  it('has one owner when many find the socket that was left behind', async () => {
    const first = await claim();
    await first.release();
    await leaveStaleSocket(folder);
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => claim()));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is for its owner only, and holds nothing but the socket', async () => {
    await claim();
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, 'motcua.sock')).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['motcua.sock']);
  });

  it('lets its owner hear who connects', async () => {
    await claim((socket) => socket.end('xin chào'));
    const socket = await connectToOwner(folder);
    const heard: Buffer[] = [];
    for await (const chunk of socket ?? []) heard.push(chunk as Buffer);
    expect(Buffer.concat(heard).toString()).toBe('xin chào');
  });
});

/** As kill -9 leaves it: a socket in the folder that no process listens on. */
const leaveStaleSocket = async (folder: string): Promise<void> => {
  const elsewhere = await mkdtemp(join(tmpdir(), 'motcua-stale-'));
  const server = createServer();
  await new Promise<void>((done) => server.listen(join(elsewhere, 's'), done));
  renameSync(join(elsewhere, 's'), join(folder, 'motcua.sock'));
  await new Promise((done) => server.close(done));
  await rm(elsewhere, { recursive: true });
};
