import type { Day } from '../calendar/day.js';
import type { Dossier } from './dossier.js';

/** While the applicant is asked for something the clock stands still, and a finished one is late no more. */
const RUNNING: readonly Dossier['status'][] = ['registered', 'accepted', 'processing'];

/** The office is working on it, or ought to. */
export const isRunning = ({ status }: Pick<Dossier, 'status'>): boolean => RUNNING.includes(status);

/** By the day on the slip alone, without calendar and apologies: what reports count. See dossier-timing.ts for the rest. */
export const isOverdue = (dossier: Dossier, today: Day): boolean =>
  dossier.dueDate !== null && dossier.dueDate < today && isRunning(dossier);
