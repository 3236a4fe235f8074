import type { Services } from '../turn.js';

interface Said {
  services: Pick<Services, 'places' | 'understand'>;
  text: string;
}

/** It asks where an old place is now, and whatever else it says names no procedure and nothing else we do. */
export const asksForPlace = ({ services, text }: Said): boolean => {
  const question = services.places.question(text);
  if (question === null) return false;
  if (question.rest === '') return true;
  const { intent, outcome, referral } = services.understand(question.rest, { procedureCode: null });
  return intent === 'unknown' && outcome === 'none' && referral === null;
};
