import type { Change } from '../../../store.js';
import { CHANGE_KINDS } from '../../../store.js';

/** A change that was in a damaged line; its key only where that says nothing of a person. */
export interface Mention {
  kind: Change['kind'];
  key: string | null;
}

/** What can still be read of a damaged line. */
export const mentionsIn = (line: Buffer): Mention[] =>
  [...line.toString('utf8').matchAll(CHANGE)].flatMap(([, name, key]) => {
    const kind = CHANGE_KINDS.find((known) => known === name);
    return kind ? [{ kind, key: (NAMED.includes(kind) ? key : null) ?? null }] : [];
  });

/** As a change begins: `{"kind":"feedback","record":{"code":"PA-…"`. */
const CHANGE = /\{"kind":"([a-z]+)","(?:record":\{"(?:code|id)":"([\w./-]{1,40})")?/g;

const NAMED: readonly Change['kind'][] = ['feedback', 'survey', 'dossier', 'correction'];
