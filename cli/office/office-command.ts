import type { DueDateRules } from '../../data/calendar/due-date-rules.js';
import type { Clock } from '../../data/clock.js';
import type { OfficeProfile } from '../../data/office/office-profile.js';
import type { Randomness } from '../../data/randomness.js';
import type { Store } from '../../data/store.js';

/** The office's profile, and what its due dates depend on. */
export interface OfficeRules {
  office: OfficeProfile;
  dueDates: DueDateRules;
}

export interface OfficeServices {
  store: Store;
  clock: Clock;
  random: Randomness;
  /** Read when a command needs them, so that a wrong profile stops no other. */
  rules: () => OfficeRules;
  /** Called when a new edition of the dataset is durable, before the command ends: a server answers from it at once. */
  editionChanged?: () => Promise<void> | void;
}

/** Runs where the data folder is owned; the lines are JSON, read by the command that asked. */
export type OfficeCommand = (input: unknown) => AsyncIterable<string>;
