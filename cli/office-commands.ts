import type { Clock } from '../data/clock.js';
import type { Randomness } from '../data/randomness.js';
import type { Store } from '../data/store.js';
import { createExportCommand } from './office/export-records.js';
import { createFeedbackCommands } from './office/feedback-desk.js';
import { createImportCommand } from './office/import-dossiers.js';

export interface OfficeServices {
  store: Store;
  clock: Clock;
  random: Randomness;
}

/** Runs where the data folder is owned; the lines are JSON, read by the command that asked. */
export type OfficeCommand = (input: unknown) => AsyncIterable<string>;

/** What a running office does for its commands; the same map serves a command that opened the folder itself. */
export const createOfficeCommands = (services: OfficeServices): Record<string, OfficeCommand> => ({
  ...createFeedbackCommands(services),
  'dossiers.import': createImportCommand(services),
  export: createExportCommand(services),
});
