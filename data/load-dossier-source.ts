import { SourceMapping } from './dossiers/received/source-mapping.js';
import { parseFile } from './load-dataset.js';

/** How the one-stop software's API is read. Throws DomainError `dataset.invalid` naming file and field. */
export const loadSourceMapping = (file: string): SourceMapping => parseFile(file, SourceMapping);
