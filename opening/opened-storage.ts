import type { TurnLock } from '../data/conversations/turn-lock.js';
import type { WakeUp } from '../data/conversations/wake-up.js';
import type { RateBuckets } from '../data/rates/rate-buckets.js';
import type { OwnerCommands } from '../data/storage/owner-protocol.js';
import type { Store } from '../data/store.js';

/** What an office keeps, and what its instances agree on, however it is stored. */
export interface OpenedStorage {
  store: Store;
  turnLock: TurnLock;
  wakeUp: WakeUp;
  rateBuckets: RateBuckets;
  /** Drawn at the first start and kept, for an office that set no TOKEN_SECRET; the same on every instance. */
  keptSecret(): Promise<string>;
  /** From now on these commands are run here for processes that cannot open the storage themselves, if there are any. */
  serve(commands: OwnerCommands): void;
  /** When no turn runs any more. */
  close(): Promise<void>;
}

/** For the log: an event's name and what belongs to it. */
export type Report = (level: 'warn' | 'error', event: string, details: Record<string, unknown>) => void;
