import { CHANGE_KINDS } from '../../../store.js';
import type { Change } from '../../../store.js';

/** A damaged line. */
export interface LeftOut {
  /** Counted from 1. */
  line: number;
  bytes: number;
  /** What can still be read of what was in it. */
  mentions: Mention[];
}

interface Mention {
  kind: Change['kind'];
  /** Only where it says nothing of a person. */
  key: string | null;
}

export const leftOutOf = (bytes: Buffer, line: number): LeftOut => ({
  line,
  bytes: bytes.length,
  mentions: [...bytes.toString('utf8').matchAll(CHANGE)].flatMap(([, name, key]) => {
    const kind = CHANGE_KINDS.find((known) => known === name);
    return kind ? [{ kind, key: (NAMED.includes(kind) ? key : null) ?? null }] : [];
  }),
});

/** As a change begins: `{"kind":"feedback","record":{"code":"PA-…"`. */
const CHANGE = /\{"kind":"([a-z]+)","(?:record":\{"(?:code|id)":"([\w./-]{1,40})")?/g;

const NAMED: readonly Change['kind'][] = ['feedback', 'survey', 'dossier', 'correction'];
