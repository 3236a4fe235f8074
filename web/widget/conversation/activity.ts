import type { Language } from '../texts.js';
import { readCard } from './card.js';
import type { Card } from './card.js';
import { listOf, recordOf, textOf } from './loose.js';

export interface Suggestion {
  title: string;
  value: string;
}

/** What the widget needs of a Direct Line activity. */
export interface Activity {
  id: string;
  fromCitizen: boolean;
  /** Ours, when the message was sent by this widget. */
  clientActivityId: string;
  typing: boolean;
  text: string;
  language: Language | null;
  suggestions: Suggestion[];
  card: Card | null;
  expects: string;
}

export interface Batch {
  activities: Activity[];
  watermark: string | null;
}

/** Anything a server or a proxy may send; what is not an activity is left out. */
export const readBatch = (value: unknown): Batch => {
  const batch = recordOf(value);
  return {
    activities: listOf(batch['activities']).flatMap((entry) => readActivity(recordOf(entry))),
    watermark: textOf(batch['watermark']) || null,
  };
};

const readActivity = (entry: Record<string, unknown>): Activity[] => {
  const type = textOf(entry['type']);
  const id = textOf(entry['id']);
  if ((type !== 'message' && type !== 'typing') || (type === 'message' && id === '')) return [];
  const channelData = recordOf(entry['channelData']);
  const locale = textOf(entry['locale']).slice(0, 2);
  return [
    {
      id,
      fromCitizen: textOf(recordOf(entry['from'])['role']) === 'user',
      clientActivityId: textOf(channelData['clientActivityID']),
      typing: type === 'typing',
      text: textOf(entry['text']),
      language: locale === 'vi' || locale === 'en' ? locale : null,
      suggestions: listOf(recordOf(entry['suggestedActions'])['actions']).flatMap(readSuggestion),
      card: readCard(channelData['card']),
      expects: textOf(channelData['expects']),
    },
  ];
};

const readSuggestion = (entry: unknown): Suggestion[] => {
  const action = recordOf(entry);
  const title = textOf(action['title']);
  return title === '' ? [] : [{ title, value: textOf(action['value']) || title }];
};
