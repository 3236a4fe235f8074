import type { Clock } from '../../data/clock.js';
import type { Randomness } from '../../data/randomness.js';
import type { Store } from '../../data/store.js';

export interface OfficeServices {
  store: Store;
  clock: Clock;
  random: Randomness;
  /** Called when a new edition of the dataset is durable, before the command ends: a server answers from it at once. */
  editionChanged?: () => Promise<void>;
}

/** Runs where the data folder is owned; the lines are JSON, read by the command that asked. */
export type OfficeCommand = (input: unknown) => AsyncIterable<string>;
