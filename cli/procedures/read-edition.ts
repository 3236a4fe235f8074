import { z } from 'zod';
import { OfficeAlias } from '../../data/procedures/edition/office-alias.js';
import type { OfficeEdition } from '../../data/procedures/edition/office-edition.js';
import { ProcedureCorrection } from '../../data/procedures/edition/procedure-correction.js';
import type { CommandContext } from '../command.js';
import type { OfficeAccess } from '../office/office-access.js';

/** The office's edition as it is kept, from the running server or the folder. */
export const readEdition = async (office: OfficeAccess): Promise<OfficeEdition> => {
  const corrections: ProcedureCorrection[] = [];
  const aliases: OfficeAlias[] = [];
  for await (const line of office.run('edition.read', {})) {
    const read = EditionLine.parse(JSON.parse(line));
    if ('alias' in read) aliases.push(read.alias);
    else corrections.push(read.correction);
  }
  return { corrections, aliases };
};

/** Opened and closed for this one reading. */
export const currentEdition = async ({ openOffice }: CommandContext): Promise<OfficeEdition> => {
  const office = await openOffice();
  try {
    return await readEdition(office);
  } finally {
    await office.close();
  }
};

const EditionLine = z.union([
  z.strictObject({ correction: ProcedureCorrection }),
  z.strictObject({ alias: OfficeAlias }),
]);
