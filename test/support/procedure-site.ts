import { dueDateRules } from './office-due-dates.js';
import { loadCatalogue } from '../../data/load-dataset.js';
import { loadTexts } from '../../data/load-texts.js';
import { loadUnderstanding } from '../../data/load-understanding.js';
import { OfficeProfile } from '../../data/office/office-profile.js';
import { createCatalogue } from '../../data/procedures/catalogue.js';
import type { Procedure } from '../../data/procedures/procedure.js';
import type { Understand } from '../../data/understanding/understanding.js';
import { createProcedureSite } from '../../web/public/procedures/create-procedure-site.js';

interface Setting {
  /** Instead of the shipped records. */
  procedures?: Procedure[];
  office?: Partial<OfficeProfile>;
  publicUrl?: string | null;
  /** Instead of the real one. */
  understand?: Understand;
}

export const shipped = loadCatalogue();
export const PUBLIC_URL = 'https://motcua.tinhmau.gov.vn';

/** What pages are made from: the shipped records, on a fixed day. */
export const siteParts = ({ procedures, office, publicUrl = PUBLIC_URL }: Setting = {}) => ({
  catalogue:
    procedures === undefined ? shipped : createCatalogue(shipped.edition, procedures, shipped.lifeEvents),
  office: OfficeProfile.parse({ name: 'Trung tâm Phục vụ hành chính công tỉnh Mẫu', ...office }),
  dueDates: dueDateRules(office),
  usualTimes: { of: () => null },
  texts: loadTexts(),
  clock: { now: () => new Date('2026-11-22T03:00:00Z') },
  publicUrl,
});

/** The pages of procedures over the shipped records, on a fixed day. */
export const procedureSite = (setting: Setting = {}) =>
  createProcedureSite({ ...siteParts(setting), understand: setting.understand ?? realUnderstand });

let built: Understand | null = null;
const realUnderstand: Understand = (question, context) => {
  built ??= loadUnderstanding(shipped);
  return built(question, context);
};
