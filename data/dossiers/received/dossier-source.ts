import type { DossierDraft } from './dossier-draft.js';

/** `unavailable`: down, slow, or an answer that makes no sense; what is known already is then shown with its age. */
export type SourceAnswer =
  { outcome: 'found'; draft: DossierDraft; source: string } | { outcome: 'notFound' | 'unavailable' };

/** Another system that knows how dossiers stand. Never rejects. */
export interface DossierSource {
  find(code: string): Promise<SourceAnswer>;
}
