import { createBackOff } from './back-off.js';
import type { DirectLine } from './direct-line.js';
import { isFinal, isGone } from './request.js';
import type { Refusal } from './request.js';
import type { Pending, Session } from './session.js';
import { createTimer } from './timer.js';

/** `failed`: kept and tried again. `refused`: the server will not take it, `problem` says why. */
export interface Outgoing extends Pending {
  state: 'sending' | 'failed' | 'refused' | 'sent';
  problem: string;
}

interface OutboxDeps {
  directLine: DirectLine;
  /** Null while no conversation is open: messages wait. */
  session: () => Session | null;
  locale: () => string;
  keep: (pending: Pending[]) => void;
  changed: (message: Outgoing) => void;
  gone: () => void;
}

const createBox = (deps: OutboxDeps) => ({
  deps,
  queue: [] as Outgoing[],
  /** Messages of a conversation that ended wait for the citizen's own "send again". */
  held: new Set<string>(),
  busy: false,
  timer: createTimer(),
  backOff: createBackOff(),
});
type Box = ReturnType<typeof createBox>;

/** Messages go out one after the other, each under one id until acknowledged, so that none counts twice. */
export const createOutbox = (deps: OutboxDeps) => {
  const box = createBox(deps);
  return {
    pump: (): void => void pump(box),
    add: ({ id, text }: Pending): void => {
      const message: Outgoing = { id, text, state: 'sending', problem: '' };
      box.queue.push(message);
      deps.keep(box.queue);
      show(box, message, 'sending');
      void pump(box);
    },
    again: (id: string): void => {
      box.held.delete(id);
      box.backOff.reset();
      void pump(box);
    },
    /** The log shows the message: it arrived, whatever became of our request. */
    arrived: (id: string): void => {
      const message = box.queue.find((entry) => entry.id === id);
      if (message) settle(box, message, 'sent');
    },
    hold: (): void => {
      box.timer.cancel();
      box.held = new Set(box.queue.map(({ id }) => id));
      for (const message of box.queue) show(box, message, 'failed');
    },
    clear: (): void => {
      box.timer.cancel();
      box.queue = [];
      deps.keep(box.queue);
    },
  };
};
export type Outbox = ReturnType<typeof createOutbox>;

const pump = async (box: Box): Promise<void> => {
  const session = box.deps.session();
  const message = box.queue.find(({ id }) => !box.held.has(id));
  if (box.busy || !session || !message) return;
  box.timer.cancel();
  box.busy = true;
  show(box, message, 'sending');
  const { id, text } = message;
  const reply = await box.deps.directLine.post(session, { id, text, locale: box.deps.locale() });
  box.busy = false;
  if (box.queue.includes(message)) {
    if (reply.ok) {
      box.backOff.reset();
      settle(box, message, 'sent');
    } else if (!failed(box, message, reply)) return;
  }
  await pump(box);
};

/** True when the next message may go. */
const failed = (box: Box, message: Outgoing, refusal: Refusal): boolean => {
  if (!isGone(refusal) && isFinal(refusal)) {
    settle(box, message, 'refused', refusal.message);
    return true;
  }
  show(box, message, 'failed', isGone(refusal) ? '' : refusal.message);
  if (isGone(refusal)) box.deps.gone();
  else box.timer.plan(() => pump(box), Math.max(box.backOff.next(), refusal.retryAfterMs));
  return false;
};

const settle = (box: Box, message: Outgoing, state: 'refused' | 'sent', problem = ''): void => {
  box.queue = box.queue.filter((entry) => entry !== message);
  box.deps.keep(box.queue);
  show(box, message, state, problem);
};

const show = (box: Box, message: Outgoing, state: Outgoing['state'], problem = ''): void => {
  Object.assign(message, { state, problem });
  box.deps.changed({ ...message });
};
