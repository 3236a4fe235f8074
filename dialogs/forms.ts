/** The forms' names, so that one can lead to another without importing it. */
export const FORM = {
  procedure: 'procedure',
  preparation: 'preparation',
  browse: 'browse',
  dossier: 'dossier',
  feedback: 'feedback',
  followUp: 'followUp',
  survey: 'survey',
  place: 'place',
} as const;
