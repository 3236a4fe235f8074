import { ZodError } from 'zod';
import { isDomainError } from '../../data/domain-error.js';
import type { Locale } from '../../data/language/locale.js';
import type { TextKey, TextParameters, Texts } from '../../data/texts/texts.js';
import { NotRecorded } from '../bot.js';
import { json } from './route.js';
import type { Reply } from './route.js';

type HttpText = Extract<TextKey, `http.${string}`> extends `http.${infer Name}` ? Name : never;

/** A refusal with its status; `code` names both the error in the body and the text a citizen reads. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly code: HttpText;
  readonly parameters: TextParameters;
  readonly headers: Record<string, string>;

  constructor(
    status: number,
    code: HttpText,
    parameters: TextParameters = {},
    headers: Record<string, string> = {},
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.parameters = parameters;
    this.headers = headers;
  }
}

/** Long enough for a storage to come back, short enough for somebody who waits. */
const RETRY_SECONDS = '10';

interface Context {
  texts: Texts;
  locale: Locale;
  /** Where a citizen is sent when we cannot help. */
  hotline: string | null;
  /** Logs a bug and returns the number the citizen may quote. */
  report: (bug: unknown) => string;
}

/** Every error as `{error: {code, message}}`, in the reader's language. Never a stack, never zod's dump. */
export const errorReply = (error: unknown, { texts, locale, hotline, report }: Context): Reply => {
  const say = texts[locale];
  if (error instanceof HttpError)
    return body(error.status, error.code, say(`http.${error.code}`, error.parameters), error.headers);
  if (error instanceof ZodError)
    return body(400, 'badField', say('http.badField', { field: fieldsOf(error) }));
  if (error instanceof NotRecorded)
    return body(503, 'notRecorded', error.citizenText, { 'Retry-After': RETRY_SECONDS });
  if (isDomainError(error, 'store.unavailable'))
    return body(503, 'notReady', say('http.notReady'), { 'Retry-After': RETRY_SECONDS });
  const apology = say('http.bug', { incident: report(error) });
  const call = hotline === null ? '' : ` ${say('http.callHotline', { number: hotline })}`;
  return body(500, 'bug', apology + call);
};

const body = (status: number, code: string, message: string, headers: Record<string, string> = {}): Reply =>
  json(status, { error: { code, message } }, headers);

/** Names of our own schemas' fields, never of the sender's. */
const fieldsOf = ({ issues }: ZodError): string =>
  [...new Set(issues.map(({ path }) => path.join('.') || 'JSON'))].join(', ');
