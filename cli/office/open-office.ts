import { resolve } from 'node:path';
import { systemClock } from '../../data/clock.js';
import { DomainError } from '../../data/domain-error.js';
import { JsonObject } from '../../data/json.js';
import { EDITION_CHANGED } from '../../data/procedures/edition/edition-changed.js';
import { systemRandomness } from '../../data/randomness.js';
import { connectToOwner } from '../../data/storage/folder-owner.js';
import { ownerRequest } from '../../data/storage/owner-protocol.js';
import { openStorage } from '../../opening/open-storage.js';
import type { StorageSettings } from '../../opening/open-storage.js';
import { createOfficeCommands } from '../office-commands.js';
import { localAccess } from './office-access.js';
import type { OfficeAccess } from './office-access.js';
import { officeRules } from './office-rules.js';

/**
 * The running server when one owns the data folder, else the folder itself, claimed while the command runs; or the
 * database, beside the instances that serve.
 */
export const openOffice = async (settings: StorageSettings): Promise<OfficeAccess> => {
  if (settings.STORAGE === 'postgres') return openHere(settings);
  const folder = resolve(settings.DATA_DIR);
  const owner = await connectToOwner(folder);
  owner?.destroy();
  return owner === null ? openHere(settings) : askOwner(folder);
};

const askOwner = (folder: string): OfficeAccess => ({
  async *run(command, input) {
    const lines = await ownerRequest(folder, command, JsonObject.parse(input));
    if (lines === null) throw new DomainError('store.unavailable', 'The server has stopped meanwhile.');
    yield* lines;
  },
  close: () => Promise.resolve(),
});

const openHere = async (settings: StorageSettings): Promise<OfficeAccess> => {
  const storage = await openStorage(settings, () => undefined);
  const commands = createOfficeCommands({
    store: storage.store,
    clock: systemClock,
    random: systemRandomness,
    rules: () => officeRules(),
    editionChanged: () => {
      storage.wakeUp.publish(EDITION_CHANGED);
    },
  });
  storage.serve(commands);
  return localAccess(commands, () => storage.close());
};
