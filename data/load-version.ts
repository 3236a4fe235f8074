import { join } from 'node:path';
import { z } from 'zod';
import { parseFile, projectRoot } from './load-dataset.js';

/** The version of the program, as package.json names it. */
export const loadVersion = (): string => parseFile(join(projectRoot(), 'package.json'), Package).version;

const Package = z.object({ version: z.string() });
