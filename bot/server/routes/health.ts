import type { Store } from '../../../data/store.js';
import { json } from '../route.js';
import type { Route } from '../route.js';

/** `/healthz`: the process answers. `/readyz`: what it needs answers too, and it is not on its way out. */
export const healthRoutes = ({ store, closing }: { store: Store; closing: () => boolean }): Route[] => [
  { method: 'get', path: '/healthz', callers: 'anyone', handle: () => json(200, { status: 'up' }) },
  {
    method: 'get',
    path: '/readyz',
    callers: 'anyone',
    async handle() {
      if (closing()) return json(503, { status: 'notReady', reason: 'closing' });
      const health = await store.health();
      return health.ready
        ? json(200, { status: 'ready' })
        : json(503, { status: 'notReady', reason: health.reason });
    },
  },
];
