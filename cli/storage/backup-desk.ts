import { z } from 'zod';
import { instant } from '../../data/calendar/day.js';
import { loadEdition } from '../../data/load-dataset.js';
import { loadVersion } from '../../data/load-version.js';
import { backupLines } from '../../data/storage/backup/backup-lines.js';
import { refuseUnfinished } from '../../data/storage/backup/unfinished-load.js';
import { auditEntry } from '../office/audit.js';
import type { OfficeCommand, OfficeServices } from '../office/office-command.js';

const BackupInput = z.strictObject({ actor: z.string() });

/** The lines of a backup; who asks writes them to a file of his own. It holds the audit entry that says who asked. */
export const createBackupCommand = (services: OfficeServices): OfficeCommand =>
  async function* (input) {
    const { actor } = BackupInput.parse(input);
    const { store, clock } = services;
    await refuseUnfinished(store);
    await store.commit([auditEntry(services, actor, 'storage.backup', {})]);
    const header = {
      format: 'motcua-backup',
      formatVersion: 1,
      product: loadVersion(),
      dataset: loadEdition(),
      at: instant(clock.now()),
    } as const;
    yield* backupLines(header, store.snapshot());
  };
