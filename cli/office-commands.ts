import { createAnswerCommands } from './answers/answer-desk.js';
import { createEditionCommands } from './office/edition-desk.js';
import { createExportCommand } from './office/export-records.js';
import { createFeedbackCommands } from './office/feedback-desk.js';
import { createImportCommand } from './office/import-dossiers.js';
import { createLateCommands } from './office/late-desk.js';
import { createRetentionCommands } from './office/retention-desk.js';
import { createBackupCommand } from './storage/backup-desk.js';
import { createWordsCommands } from './words/words-desk.js';
import type { OfficeCommand, OfficeServices } from './office/office-command.js';

/** What a running office does for its commands; the same map serves a command that opened the folder itself. */
export const createOfficeCommands = (services: OfficeServices): Record<string, OfficeCommand> => ({
  ...createFeedbackCommands(services),
  ...createAnswerCommands(services),
  ...createEditionCommands(services),
  ...createLateCommands(services),
  ...createWordsCommands(services),
  ...createRetentionCommands(services),
  'dossiers.import': createImportCommand(services),
  export: createExportCommand(services),
  backup: createBackupCommand(services),
});
