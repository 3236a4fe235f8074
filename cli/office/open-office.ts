import { resolve } from 'node:path';
import { systemClock } from '../../data/clock.js';
import { DomainError } from '../../data/domain-error.js';
import { JsonObject } from '../../data/json.js';
import { systemRandomness } from '../../data/randomness.js';
import { claimFolder, connectToOwner } from '../../data/storage/folder-owner.js';
import { createEmbeddedStore } from '../../data/storage/lowdb/embedded-store.js';
import { ownerRequest, serveOwnerRequests } from '../../data/storage/owner-protocol.js';
import { createOfficeCommands } from '../office-commands.js';
import { localAccess } from './office-access.js';
import type { OfficeAccess } from './office-access.js';
import { officeRules } from './office-rules.js';

/** The running server when one owns the data folder, else the folder itself, claimed while the command runs. */
export const openOffice = async (dataDir: string): Promise<OfficeAccess> => {
  const folder = resolve(dataDir);
  const owner = await connectToOwner(folder);
  owner?.destroy();
  return owner === null ? openFolder(folder) : askOwner(folder);
};

const askOwner = (folder: string): OfficeAccess => ({
  async *run(command, input) {
    const lines = await ownerRequest(folder, command, JsonObject.parse(input));
    if (lines === null) throw new DomainError('store.unavailable', 'The server has stopped meanwhile.');
    yield* lines;
  },
  close: () => Promise.resolve(),
});

const openFolder = async (folder: string): Promise<OfficeAccess> => {
  let serve: ReturnType<typeof serveOwnerRequests> = (socket) => void socket.destroy();
  const claim = await claimFolder(folder, (socket) => {
    serve(socket);
  });
  try {
    const store = await createEmbeddedStore({ folder, clock: systemClock });
    const commands = createOfficeCommands({
      store,
      clock: systemClock,
      random: systemRandomness,
      rules: () => officeRules(),
    });
    serve = serveOwnerRequests(commands);
    return localAccess(commands, async () => {
      await claim.release();
      await store.close();
    });
  } catch (error) {
    await claim.release();
    throw error;
  }
};
