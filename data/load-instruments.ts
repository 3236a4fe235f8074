import { join } from 'node:path';
import { z } from 'zod';
import { parseFile, proceduresFolder } from './load-dataset.js';
import { InstrumentHistory } from './procedures/check/legal-basis.js';

/** What became of the documents the records rest on: replaced, amended, not yet in force. */
export const loadInstruments = (folder = proceduresFolder()): InstrumentHistory[] =>
  parseFile(join(folder, 'legal-instruments.json'), z.array(InstrumentHistory));
