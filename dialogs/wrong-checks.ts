import { readWrongChecks } from '../data/dossiers/read-wrong-checks.js';
import type { Turn } from './turn.js';

/** How the code's checks went in the last hour, at this turn. */
export const wrongChecksOf = ({ services }: Turn, what: 'dossier' | 'feedback', code: string) =>
  readWrongChecks(services.store.state, {
    what,
    code,
    limit: services.office.wrongChecksPerHour,
    now: services.clock.now(),
  });
