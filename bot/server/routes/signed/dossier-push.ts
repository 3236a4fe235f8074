import type { Clock } from '../../../../data/clock.js';
import { DossierPush, readPush } from '../../../../data/dossiers/received/dossier-push.js';
import type { KeepDossier } from '../../../../data/dossiers/received/keep-dossier.js';
import { HttpError } from '../../http-errors.js';
import { readJson } from '../../request/read-json.js';
import { json } from '../../route.js';
import type { Route } from '../../route.js';
import { verifySigned } from './verify-signed.js';

interface Dependencies {
  keepDossier: KeepDossier;
  /** Shared with the system that pushes; without it there is no route. */
  secret: string | undefined;
  clock: Clock;
}

/** Another system tells how a dossier stands. Sent again it changes nothing; durable before it is acknowledged. */
export const dossierPushRoutes = ({ keepDossier, secret, clock }: Dependencies): Route[] =>
  secret === undefined
    ? []
    : [
        {
          method: 'put',
          path: '/api/dossiers/:code',
          callers: 'anyone',
          rate: 'push',
          async handle(incoming) {
            const now = clock.now();
            verifySigned(incoming, secret, now);
            const read = readPush(incoming.params['code'] ?? '', readJson(incoming, DossierPush), now);
            if (!read.ok) throw new HttpError(400, 'badField', { field: read.fields.join(', ') });
            const { draft, asOf } = read;
            const kept = await keepDossier({ draft, asOf, source: SOURCE, actor: 'push' });
            return json(kept.outcome === 'new' ? 201 : 200, { code: draft.code, ...kept });
          },
        },
      ];

/** Read by the applicant beside the status. */
const SOURCE = 'Phần mềm Một cửa';
