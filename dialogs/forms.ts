/** The forms' names, so that one can lead to another without importing it. */
export const FORM = {
  procedure: 'procedure',
  browse: 'browse',
  dossier: 'dossier',
  feedback: 'feedback',
  followUp: 'followUp',
  survey: 'survey',
} as const;
