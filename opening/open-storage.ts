import type { Config } from '../config.js';
import { refuseUnfinished } from '../data/storage/backup/unfinished-load.js';
import { openDatabase } from './open-database.js';
import { openFolder } from './open-folder.js';
import type { OpenedStorage, Report } from './opened-storage.js';

/** The settings that say where everything is kept. */
export type StorageSettings =
  | Pick<Config & { STORAGE: 'lowdb' }, 'STORAGE' | 'DATA_DIR'>
  | Pick<Config & { STORAGE: 'postgres' }, 'STORAGE' | 'DATABASE_URL' | 'OFFICE_ID'>;

/** What the settings name, opened. Throws DomainError `store.unfinished` while something is being moved into it. */
export const openStorage = async (settings: StorageSettings, report: Report): Promise<OpenedStorage> => {
  const storage = await openEvenUnfinished(settings, report);
  try {
    await refuseUnfinished(storage.store);
    return storage;
  } catch (error) {
    await storage.close();
    throw error;
  }
};

/** For those who fill it. */
export const openEvenUnfinished = (settings: StorageSettings, report: Report): Promise<OpenedStorage> =>
  settings.STORAGE === 'postgres' ? openDatabase(settings, report) : openFolder(settings, report);
