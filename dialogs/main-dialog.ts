import type { DialogContext } from '../bot/framework/sdk.js';
import { commandIn } from './commands.js';
import type { FormResult } from './form-dialog.js';
import { greet } from './greeting.js';
import { receiptIn } from './receipt/reopening.js';
import { routeMessage } from './routing.js';
import { shorthandIn } from './shorthand.js';
import { tapIn } from './taps.js';
import { turnOf } from './turn.js';

/** One message: a command at any step, the answer to the open form, or something new. */
export const handleMessage = async (dc: DialogContext): Promise<void> => {
  const turn = turnOf(dc.context);
  if (turn.inbound.type === 'join') return greet(turn);
  const act =
    commandIn(turn) ??
    shorthandIn(turn) ??
    receiptIn(turn) ??
    (dc.activeDialog ? continueForm : (tapIn(turn) ?? routeMessage));
  const { asked } = turn.memory;
  const result = await act(dc, turn);
  await follow(dc, result);
  if (turn.memory.asked === asked) turn.memory.asked = null;
};

/** Hands the citizen's words to the open form; what it ends with may lead to another one. */
const continueForm = async (dc: DialogContext): Promise<FormResult> => {
  const { result } = (await dc.continueDialog()) as { result?: FormResult };
  return result;
};

/** A form may end in another form, or because the citizen turned to something else. */
const follow = async (dc: DialogContext, result: FormResult): Promise<void> => {
  if (result === undefined) return;
  const turn = turnOf(dc.context);
  if ('switchTo' in result) {
    await turn.reply({ text: turn.say('main.switched') });
    return follow(dc, await routeMessage(dc, turn, result.switchTo));
  }
  const begun = (await dc.beginDialog(result.next.form, result.next.answers)) as { result?: FormResult };
  return follow(dc, begun.result);
};
