import { setTimeout as sleep } from 'node:timers/promises';
import { dayOf } from '../../calendar/day.js';
import type { Clock } from '../../clock.js';
import { readDossierCode } from '../../dossiers/dossier-code.js';
import type { DossierSource, SourceAnswer } from '../../dossiers/received/dossier-source.js';
import { readSourceAnswer } from '../../dossiers/received/source-mapping.js';
import type { SourceMapping } from '../../dossiers/received/source-mapping.js';
import type { Catalogue } from '../../procedures/catalogue.js';
import type { Randomness } from '../../randomness.js';
import { createCircuitBreaker } from './circuit-breaker.js';
import type { CircuitBreaker } from './circuit-breaker.js';

interface Parts {
  mapping: SourceMapping;
  token: string;
  catalogue: Pick<Catalogue, 'find'>;
  clock: Clock;
  random: Randomness;
  breaker?: CircuitBreaker;
  /** Why an answer was of no use: the kind of trouble and names of fields, nothing of the dossier. */
  onTrouble?: (trouble: SourceTrouble) => void;
  pause?: (milliseconds: number) => Promise<unknown>;
}

export type SourceTrouble =
  | { kind: 'unreachable' | 'slow' | 'notJson' | 'tooLong' | 'unreadable' }
  | { kind: 'status'; status: number };

const LONGEST_ANSWER = 1_000_000;
const FIRST_PAUSE_MS = 200;

/** Asks the one-stop software's HTTP API: in time or not at all, again after a pause, and not while it is known to be down. */
export const createHttpDossierSource = (parts: Parts): DossierSource => {
  const { mapping, clock, random, pause = sleep, onTrouble = () => undefined } = parts;
  const breaker = parts.breaker ?? createCircuitBreaker({ clock });

  const find = async (code: string, attempt: number): Promise<SourceAnswer> => {
    const asked = await askOnce(code, parts);
    if ('answer' in asked) return asked.answer;
    onTrouble(asked.trouble);
    if (attempt >= mapping.attempts || !mayPass(asked.trouble)) return { outcome: 'unavailable' };
    // Apart, so that many who were refused together do not come back together.
    await pause(FIRST_PAUSE_MS * 2 ** (attempt - 1) + random.below(FIRST_PAUSE_MS));
    return find(code, attempt + 1);
  };
  return {
    async find(code) {
      if (!breaker.lets()) return { outcome: 'unavailable' };
      const answer = await find(code, 1);
      breaker.report(answer.outcome !== 'unavailable');
      return answer;
    },
  };
};

/** Busy or gone for a moment; a refusal or an answer of another shape will be the same again. */
const mayPass = (trouble: SourceTrouble): boolean =>
  trouble.kind === 'unreachable' ||
  trouble.kind === 'slow' ||
  (trouble.kind === 'status' && (trouble.status >= 500 || trouble.status === 429));

type Asked = { answer: SourceAnswer } | { trouble: SourceTrouble };

const askOnce = async (code: string, { mapping, token, catalogue, clock }: Parts): Promise<Asked> => {
  const got = await get(code, mapping, token);
  if ('trouble' in got) return got;
  if (got.status === 404) return { answer: { outcome: 'notFound' } };
  if (got.status !== 200) return { trouble: { kind: 'status', status: got.status } };
  const body = parsed(got.text);
  if (body === undefined) return { trouble: { kind: 'notJson' } };
  const read = readSourceAnswer(body, mapping, {
    readCode: readDossierCode,
    procedureName: (procedure) => catalogue.find(procedure)?.name ?? null,
    today: dayOf(clock.now()),
  });
  if (read.kind === 'none') return { answer: { outcome: 'notFound' } };
  // Another dossier than the one asked for must never be shown to who knows this one's code.
  if (read.kind === 'problems' || read.draft.code !== code) return { trouble: { kind: 'unreadable' } };
  return { answer: { outcome: 'found', draft: read.draft, source: mapping.name } };
};

type Got = { status: number; text: string } | { trouble: SourceTrouble };

/** The time limit covers the body too: a source may answer at once and then send a byte a second. */
const get = async (code: string, { url, headers, timeoutMs }: SourceMapping, token: string): Promise<Got> => {
  try {
    const response = await fetch(url.replaceAll('{code}', encodeURIComponent(code)), {
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [name, value.replaceAll('{token}', token)]),
      ),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const text = await limitedText(response);
    return text === null ? { trouble: { kind: 'tooLong' } } : { status: response.status, text };
  } catch (error) {
    const slow = error instanceof Error && error.name === 'TimeoutError';
    return { trouble: { kind: slow ? 'slow' : 'unreachable' } };
  }
};

const limitedText = async ({ body }: Response): Promise<string | null> => {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of body ?? []) {
    text += decoder.decode(chunk as Uint8Array, { stream: true });
    if (text.length > LONGEST_ANSWER) return null;
  }
  return text + decoder.decode();
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};
