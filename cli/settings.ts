import { loadConfig } from '../config.js';
import type { Config } from '../config.js';
import { DomainError } from '../data/domain-error.js';

/** The settings of this process. Throws DomainError `settings.invalid` with a line for each key that is wrong. */
export const settings = (): Config => {
  const read = loadConfig();
  if (read.ok) return read.config;
  throw new DomainError('settings.invalid', read.problems.join('\n'));
};
