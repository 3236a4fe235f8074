import type { Day } from '../calendar/day.js';
import type { Dossier } from './dossier.js';

/** While the applicant is asked for something the clock stands still, and a finished one is late no more. */
const RUNNING: readonly Dossier['status'][] = ['registered', 'accepted', 'processing'];

/** Not a status but a fact of the day: the promised day has passed and the office still works on it. */
export const isOverdue = ({ status, dueDate }: Dossier, today: Day): boolean =>
  dueDate !== null && dueDate < today && RUNNING.includes(status);
