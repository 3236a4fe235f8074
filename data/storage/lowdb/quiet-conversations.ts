import { instant } from '../../calendar/day.js';
import type { QuietConversation } from '../../store.js';
import { headIn } from './archive/table.js';
import type { Head } from '../head.js';
import { erasedUpTo, lastSequence } from './view.js';
import type { View } from './view.js';

/**
 * Conversations whose last message is before `before` (milliseconds). Months after it are not read; of those before it
 * only what no earlier sweep has taken is left, so that a day's sweep reads about a month however long the history is.
 */
export async function* quietConversations(view: View, before: number): AsyncGenerator<QuietConversation[]> {
  const open = quietInJournals(view, before);
  for await (const ends of blockEnds(view, before))
    yield ends.filter((end) => end.at < before && isLastOf(view, end)).map(quietOf);
  yield open.filter((end) => isLastOf(view, end)).map(quietOf);
}

type End = Pick<Head, 'key' | 'at' | 'version'>;

const quietOf = ({ key, at, version }: End): QuietConversation => ({
  conversationId: key,
  lastSequence: version,
  lastAt: instant(new Date(at)),
});

const isLastOf = (view: View, { key, version }: End): boolean =>
  version > erasedUpTo(view, key) && lastSequence(view, key) === version;

const quietInJournals = (view: View, before: number): End[] =>
  view.layers.flatMap((layer) =>
    [...layer.low.data.conversations].flatMap(([key, places]) => {
      const last = places.at(-1);
      return last && last.at < before ? [{ key, at: last.at, version: last.version }] : [];
    }),
  );

/** The last message of each conversation in each month; the lines of one conversation follow one another. */
async function* blockEnds({ archive }: View, before: number): AsyncGenerator<End[]> {
  let last: End | null = null;
  for await (const changes of archive.stream('activity', 0, before)) {
    const ends: End[] = [];
    for (const json of changes) {
      const line = headIn(json);
      if (last && (last.key !== line.key || line.version < last.version)) ends.push(last);
      last = line;
    }
    yield ends;
  }
  if (last) yield [last];
}
