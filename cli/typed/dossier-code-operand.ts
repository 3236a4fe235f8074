import { z } from 'zod';
import { readDossierCode } from '../../data/dossiers/dossier-code.js';

/** Exactly one operand: a dossier code as a person types it. */
export const dossierCodeOperand = z
  .array(z.string())
  .length(1, 'Cần đúng một mã hồ sơ, ví dụ 000.00.12.H56-261105-0001.')
  .transform(([typed = ''], context) => {
    const code = readDossierCode(typed);
    if (code !== null) return code;
    context.addIssue(`"${typed}" không phải là mã hồ sơ. Ví dụ đúng: 000.00.12.H56-261105-0001.`);
    return z.NEVER;
  });
