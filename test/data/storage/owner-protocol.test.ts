import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DomainError } from '../../../data/domain-error.js';
import { claimFolder, connectToOwner } from '../../../data/storage/folder-owner.js';
import type { FolderClaim } from '../../../data/storage/folder-owner.js';
import { ownerRequest, serveOwnerRequests } from '../../../data/storage/owner-protocol.js';
import type { OwnerCommands } from '../../../data/storage/owner-protocol.js';
import { listOf } from './records.js';

describe('A request to the process that owns the folder', () => {
  let folder: string;
  let claim: FolderClaim | null = null;
  let ended = 0;
  const errors: unknown[] = [];
  const commands: OwnerCommands = {
    async *export({ rows }) {
      for (let row = 0; row < Number(rows); row += 1) yield await Promise.resolve(`hàng ${String(row)}\n"x"`);
    },
    async *endless() {
      try {
        for (;;) yield await Promise.resolve('x'.repeat(10_000));
      } finally {
        ended += 1;
      }
    },
    async *refuse() {
      yield await Promise.resolve('một');
      throw new DomainError('store.conflict', 'Someone else changed it.');
    },
    async *fail() {
      yield await Promise.resolve('một');
      throw new Error('0912345678 is in this message');
    },
  };
  const ask = async (command: string, input = {}) => {
    const answer = await ownerRequest(folder, command, input);
    return answer ? listOf(answer) : null;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'motcua-protocol-'));
    claim = await claimFolder(
      folder,
      serveOwnerRequests(commands, (error) => errors.push(error)),
    );
  });
  afterEach(async () => {
    await claim?.release();
    await rm(folder, { recursive: true });
    errors.length = 0;
    ended = 0;
  });

  it('gets the lines of the answer in order, whatever is in them', async () => {
    const lines = await ask('export', { rows: 2_000 });
    expect(lines).toHaveLength(2_000);
    expect(lines?.at(-1)).toBe('hàng 1999\n"x"');
  });

  it('gets null when nobody owns the folder', async () => {
    await claim?.release();
    expect(await ask('export', { rows: 1 })).toBeNull();
  });

  it('gets the code and message of a broken rule after the lines before it', async () => {
    const answer = await ownerRequest(folder, 'refuse', {});
    expect(await answer?.next()).toEqual({ done: false, value: 'một' });
    await expect(answer?.next()).rejects.toMatchObject({
      code: 'store.conflict',
      message: 'Someone else changed it.',
    });
  });

  it('keeps the text of any other error to the owner’s log', async () => {
    await expect(ask('fail')).rejects.toThrow(/^The command failed in the running server/);
    expect(errors).toMatchObject([{ message: '0912345678 is in this message' }]);
  });

  it.each(['unknown', 'toString'])('is told that the owner does not know the command %s', async (command) => {
    await expect(ask(command)).rejects.toMatchObject({ code: 'command.unknown' });
  });

  it('ends the command when whoever asked leaves', async () => {
    const answer = await ownerRequest(folder, 'endless', {});
    await answer?.next();
    await answer?.return(undefined);
    await expect.poll(() => ended).toBe(1);
  });

  it('notices that the owner stopped in the middle of an answer', async () => {
    const answer = await ownerRequest(folder, 'endless', {});
    await answer?.next();
    await claim?.release();
    await expect(listOf(answer ?? [])).rejects.toMatchObject({ code: 'owner.gone' });
  });

  it('is hung up on when it is not in the protocol', async () => {
    const socket = await connectToOwner(folder);
    socket?.write('GET / HTTP/1.1\r\n\r\n');
    const heard: unknown[] = [];
    for await (const chunk of socket ?? []) heard.push(chunk);
    expect(heard).toEqual([]);
  });
});
