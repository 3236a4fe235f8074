import { z } from 'zod';

/** Where a dossier can be handed in: the national portal, the public post, the one-stop counter. */
export const FilingChannel = z.enum(['online', 'post', 'counter']);
export type FilingChannel = z.infer<typeof FilingChannel>;
