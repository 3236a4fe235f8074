import type { OfficeProfile } from '../office/office-profile.js';
import type { Dossier } from './dossier.js';

export type DossierCheck = OfficeProfile['dossierCheck'];

const LENGTH = 4;

/** Whether the applicant's answer fits. Who types the whole number is not turned away: only its end is compared. */
export const matchesCheck = (dossier: Dossier, kind: DossierCheck, typed: string): boolean => {
  if (kind === 'none') return true;
  const kept = kind === 'phone' ? dossier.phoneLast4 : dossier.identityLast4;
  const given = lastFour(typed);
  return kept !== null && given !== null && given === kept;
};

/** The last four digits or letters of a phone or identity number, or null when there are fewer. */
export const lastFour = (typed: string): string | null => {
  const characters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '');
  return characters.length < LENGTH ? null : characters.slice(-LENGTH);
};
