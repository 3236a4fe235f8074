import { ConversationState, TurnContext } from 'botbuilder';
import type { Activity } from 'botbuilder';
import { DialogSet } from 'botbuilder-dialogs';
import type { DialogState } from 'botbuilder-dialogs';
import { cleanText } from '../../data/language/clean-text.js';
import type { Change } from '../../data/store.js';
import { allForms } from '../../dialogs/all-forms.js';
import { handleMessage } from '../../dialogs/main-dialog.js';
import { Memory } from '../../dialogs/memory.js';
import { rememberTurn } from '../../dialogs/turn.js';
import type { Reply, Services, Turn } from '../../dialogs/turn.js';
import type { InboundMessage, OutboundMessage } from '../bot.js';
import { toReplyActivity } from './activities.js';
import { TurnAdapter } from './turn-adapter.js';
import { createTurnStorage } from './turn-storage.js';

export interface TurnOutcome {
  /** Records and new state, not yet written. */
  changes: Change[];
  messages: OutboundMessage[];
}

/** Lets the dialogs answer one message. Nothing is written and nothing sent: both are in the outcome. */
export const runTurn = async (
  message: InboundMessage,
  activity: Partial<Activity>,
  services: Services,
): Promise<TurnOutcome> => {
  const changes: Change[] = [];
  const messages: OutboundMessage[] = [];
  const stage = (change: Change): void => void changes.push(change);
  const adapter = new TurnAdapter();
  const context = new TurnContext(adapter, activity);
  const state = new ConversationState(createTurnStorage(services.store.state, stage));
  const remembered = state.createProperty<Memory>('memory');
  const memory = Memory.safeParse(await remembered.get(context)).data ?? Memory.parse({});
  const turn = createTurn(message, services, memory, stage, async (reply) => {
    messages.push(reply);
    await context.sendActivity(toReplyActivity(reply));
  });
  rememberTurn(context, turn);
  const dialogs = new DialogSet(state.createProperty<DialogState>('dialogs'));
  for (const form of allForms()) dialogs.add(form);
  await handleMessage(await dialogs.createContext(context));
  memory.offered = messages.at(-1)?.suggestions ?? [];
  await remembered.set(context, memory);
  await state.saveChanges(context);
  return { changes, messages };
};

const createTurn = (
  inbound: InboundMessage,
  services: Services,
  memory: Memory,
  stage: (change: Change) => void,
  send: (message: OutboundMessage) => Promise<void>,
): Turn => {
  const turn: Turn = {
    services,
    inbound,
    memory,
    stage,
    text: cleanText(inbound.text),
    locale: memory.locale ?? inbound.locale ?? 'vi',
    say: (key, parameters) => services.texts[turn.locale](key, parameters),
    reply: (reply: Reply) =>
      send({ suggestions: [], card: null, expects: 'anything', locale: turn.locale, ...reply }),
  };
  return turn;
};
