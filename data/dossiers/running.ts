import type { Dossier } from './dossier.js';

/** While the applicant is asked for something the clock stands still, and a finished one is late no more. */
const RUNNING: readonly Dossier['status'][] = ['registered', 'accepted', 'processing'];

/** The office is working on it, or ought to. */
export const isRunning = ({ status }: Pick<Dossier, 'status'>): boolean => RUNNING.includes(status);
