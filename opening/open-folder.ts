import type { Socket } from 'node:net';
import { resolve } from 'node:path';
import { LIMITS } from '../bot/server/limits.js';
import type { Config } from '../config.js';
import { systemClock } from '../data/clock.js';
import { createProcessTurnLock } from '../data/conversations/turn-lock.js';
import { createProcessWakeUp } from '../data/conversations/wake-up.js';
import { createProcessRateBuckets } from '../data/rates/process-rate-buckets.js';
import { claimFolder } from '../data/storage/folder-owner.js';
import { keptSecret } from '../data/storage/kept-secret.js';
import { createEmbeddedStore } from '../data/storage/lowdb/embedded-store.js';
import { serveOwnerRequests } from '../data/storage/owner-protocol.js';
import type { OpenedStorage, Report } from './opened-storage.js';

/**
 * The data folder, owned by this process alone: turns, wake-ups and limits stay in it, and other processes' commands
 * come over its socket. Throws DomainError `store.locked` when another process owns the folder.
 */
export const openFolder = async (
  { DATA_DIR }: Pick<Config, 'DATA_DIR'>,
  report: Report,
): Promise<OpenedStorage> => {
  const folder = resolve(DATA_DIR);
  let serve = (socket: Socket): void => void socket.destroy();
  const claim = await claimFolder(folder, (socket) => {
    serve(socket);
  });
  try {
    const onTrouble = (err: unknown): void => {
      report('error', 'store.archiveFailed', { err });
    };
    const store = await createEmbeddedStore({ folder, clock: systemClock, onTrouble });
    const { torn, damaged } = store.opening;
    if (torn.length > 0) report('warn', 'store.tornLineSetAside', { torn });
    if (damaged.length > 0) report('error', 'store.damaged', { damaged });
    return {
      store,
      turnLock: createProcessTurnLock(),
      wakeUp: createProcessWakeUp(),
      rateBuckets: createProcessRateBuckets({ clock: systemClock, most: LIMITS.buckets }),
      keptSecret: () => Promise.resolve(keptSecret(DATA_DIR)),
      serve(commands) {
        serve = serveOwnerRequests(commands);
      },
      async close() {
        await claim.release();
        await store.close();
      },
    };
  } catch (error) {
    await claim.release();
    throw error;
  }
};
