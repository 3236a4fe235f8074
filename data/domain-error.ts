/** Codes of broken rules. Expected outcomes (nothing found, several fit) are return values, never errors. */
export type DomainErrorCode =
  | 'dataset.invalid'
  | 'texts.invalid'
  | 'office.invalid'
  | 'feedback.transition'
  | 'store.conflict'
  | 'store.unavailable'
  | 'store.damaged'
  | 'store.locked'
  | 'store.outdated'
  | 'store.unfinished'
  | 'backup.unreadable'
  | 'backup.unwritable'
  | 'edition.changed'
  | 'retention.ahead'
  | 'import.unreadable'
  | 'report.tooLong'
  | 'export.unwritable'
  | 'settings.invalid';

/** A broken rule with a stable code; `message` is for staff and logs and never carries personal data. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: DomainErrorCode;

  constructor(code: DomainErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

export const isDomainError = (error: unknown, code: DomainErrorCode): error is DomainError =>
  error instanceof DomainError && error.code === code;
