import { join } from 'node:path';
import { projectRoot, parseFile } from './load-dataset.js';
import { OfficeProfile } from './office/office-profile.js';

/** The office's profile: its own file, or the sample that says so in its name. */
export const loadOffice = (
  file: string = join(projectRoot(), 'data', 'office', 'sample-profile.json'),
): OfficeProfile => parseFile(file, OfficeProfile);
