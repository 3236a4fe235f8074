import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { instant } from '../../data/calendar/day.js';
import type { TurnLock } from '../../data/conversations/turn-lock.js';
import type { WakeUp } from '../../data/conversations/wake-up.js';
import { isDomainError } from '../../data/domain-error.js';
import type { Change, Store } from '../../data/store.js';
import type { Services } from '../../dialogs/turn.js';
import { NotRecorded } from '../bot.js';
import type { Bot, Deliver, Handled, InboundMessage, KeepReplies, OutboundMessage } from '../bot.js';
import { activityId, toInboundActivity, toLogged, toReplyActivity } from './activities.js';
import { runTurn } from './run-turn.js';
import type { TurnOutcome } from './run-turn.js';

interface Dependencies {
  store: Store;
  services: Services;
  turnLock: TurnLock;
  wakeUp: WakeUp;
  log: Logger;
}

/** The bot behind every channel: one turn at a time a conversation, one atomic write a turn, words only after it. */
export const createBot = (dependencies: Dependencies): Bot => ({
  async handle(message, deliver, keep = keepNothing) {
    const { turnLock, log, services } = dependencies;
    try {
      return await turnLock.run(message.conversationId, () =>
        handleOnce(dependencies, message, { deliver, keep }),
      );
    } catch (error) {
      if (!isDomainError(error, 'store.unavailable')) throw error;
      log.error({ event: 'turn.notRecorded', err: error });
      throw new NotRecorded(services.texts[message.locale ?? 'vi']('error.notRecorded'), { cause: error });
    }
  },
});

const handleOnce = async (
  dependencies: Dependencies,
  message: InboundMessage,
  { deliver, keep }: { deliver: Deliver; keep: KeepReplies },
): Promise<Handled> => {
  const turn = await takeTurn(dependencies, message, keep).catch((error: unknown) => {
    if (!isDomainError(error, 'store.conflict')) throw error;
    // Somebody changed a record this turn changes too, or another instance took this very turn: look again, once.
    return takeTurn(dependencies, message, keep);
  });
  if (turn.repeated) return { activityId: turn.id, repeated: true };
  dependencies.wakeUp.publish(message.conversationId);
  await deliver(turn.messages);
  return { activityId: turn.id, repeated: false };
};

const takeTurn = async (
  dependencies: Dependencies,
  message: InboundMessage,
  keep: KeepReplies,
): Promise<{ id: string; repeated: true } | { id: string; repeated: false; messages: OutboundMessage[] }> => {
  const receipt = await dependencies.store.receipts.find(message.id);
  if (receipt !== null && receipt.status !== 'taken') return { id: receipt.activityId ?? '', repeated: true };
  return { repeated: false, ...(await recordTurn(dependencies, message, keep)) };
};

/** Runs the dialogs and writes everything they did, both sides of the talk and the receipt in one commit. */
const recordTurn = async (dependencies: Dependencies, message: InboundMessage, keep: KeepReplies) => {
  const { store, services } = dependencies;
  const at = services.clock.now();
  const before = await store.activities.lastSequence(message.conversationId);
  const id = activityId(message.conversationId, before + 1);
  const inbound = toInboundActivity(message, id, at);
  const { changes, messages } = await turnOrApology(dependencies, message, inbound);
  const logged = [
    ...(message.type === 'join' ? [] : [inbound]),
    ...messages.map((reply) => toReplyActivity(reply)),
  ].map((activity, index): Change => {
    const sequence = before + 1 + index;
    const { conversationId } = message;
    const body = toLogged(activity, activityId(conversationId, sequence), conversationId, at);
    return { kind: 'activity', record: { conversationId, sequence, at: instant(at), activity: body } };
  });
  const kept = await keep(messages);
  const receipt = { ...kept.receipt, id: message.id, activityId: id, at: instant(at) };
  await store.commit([...changes, ...logged, ...kept.changes, { kind: 'receipt', record: receipt }]);
  return { id, messages };
};

/** Clients read the log: with it the replies have arrived. */
const keepNothing: KeepReplies = () =>
  Promise.resolve({ changes: [], receipt: { status: 'done', leaseUntil: null, message: null } });

/** A bug is logged once with an incident number; the citizen reads an apology and the conversation stays where it was. */
const turnOrApology = async (
  { services, log }: Dependencies,
  message: InboundMessage,
  inbound: ReturnType<typeof toInboundActivity>,
): Promise<TurnOutcome> => {
  try {
    return await runTurn(message, inbound, services);
  } catch (error) {
    if (isDomainError(error, 'store.unavailable')) throw error;
    const incident = randomUUID().slice(0, 8);
    log.error({ event: 'turn.failed', incident, err: error });
    return { changes: [], messages: [apology(services, message, incident)] };
  }
};

const apology = ({ texts }: Services, { locale }: InboundMessage, incident: string): OutboundMessage => ({
  text: texts[locale ?? 'vi']('error.bug', { incident }),
  locale: locale ?? 'vi',
  suggestions: [],
  card: null,
  expects: 'anything',
});
