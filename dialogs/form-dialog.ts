import { z } from 'zod';
import { Dialog } from '../bot/framework/sdk.js';
import type { DialogContext, DialogTurnResult } from '../bot/framework/sdk.js';
import type { Understanding } from '../data/understanding/understanding.js';
import { switchesAway } from './interruption.js';
import { turnOf } from './turn.js';
import type { Reply, Turn } from './turn.js';

/** Answers by name; JSON, because they are kept between turns. */
export type Answers = Record<string, string | null>;

/** What a step made of the citizen's words. `again`: not understood, ask anew; `leave`: the form ends with this. */
export type Reading = { answers: Answers } | { again: Reply } | { leave: Reply; then?: Next };

export interface FormStep {
  id: string;
  ask(turn: Turn, answers: Answers): Reply;
  read(turn: Turn, answers: Answers): Reading | Promise<Reading>;
  /**
   * What counts as something else the citizen wants when the answer does not fit. `choice` (default): only what is
   * certain; `code`: any question, for a code is never a question; `text`: nothing, whatever is typed is the answer.
   */
  expects?: 'choice' | 'code' | 'text';
}

/** What follows a form: another form with what is already known. */
export interface Next {
  form: string;
  answers: Answers;
}

/** What a finished turn asks of the main dialog. */
export type FormResult = { next: Next } | { switchTo: Understanding } | undefined;

export interface Form {
  id: string;
  /** Raised when steps change: a conversation in the middle is then offered to start the form again. */
  version: number;
  /** A question about what is being filled in, answered without leaving; null when the text is none. */
  aside?(turn: Turn, answers: Answers): Promise<Reply | null>;
  /** The step to ask given the answers so far, or null when the form is complete. */
  next(answers: Answers, turn: Turn): FormStep | null;
  finish(turn: Turn, answers: Answers): Promise<Next | null>;
}

const Progress = z.object({
  version: z.number(),
  answers: z.record(z.string(), z.string().nullable()),
  /** The steps answered, with the names each one set: what "quay lại" undoes. */
  trail: z.array(z.object({ step: z.string(), names: z.array(z.string()) })),
});
type Progress = z.infer<typeof Progress>;

/** A dialog that asks one step at a time, can go back, and survives restarts and updates. */
export class FormDialog extends Dialog {
  readonly #form: Form;

  constructor(form: Form) {
    super(form.id);
    this.#form = form;
  }

  override async beginDialog(dc: DialogContext, answers?: Answers): Promise<DialogTurnResult> {
    return this.#advance(dc, { version: this.#form.version, answers: { ...answers }, trail: [] });
  }

  override async continueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const progress = this.#progress(dc);
    const step = progress && this.#form.next(progress.answers, turn);
    if (!step) return this.#restart(dc, turn);
    const reading = await step.read(turn, progress.answers);
    if ('leave' in reading) return this.#leave(dc, turn, reading);
    if ('again' in reading)
      return this.#askAgain(dc, turn, { step, answers: progress.answers, again: reading.again });
    const trail = [...progress.trail, { step: step.id, names: Object.keys(reading.answers) }];
    return this.#advance(dc, { ...progress, answers: { ...progress.answers, ...reading.answers }, trail });
  }

  /** Undoes the last answer and asks its step again; false when there is none to undo. */
  async goBack(dc: DialogContext): Promise<boolean> {
    const progress = this.#progress(dc);
    const last = progress?.trail.at(-1);
    if (!progress || !last) return false;
    const kept = Object.entries(progress.answers).filter(([name]) => !last.names.includes(name));
    await this.#advance(dc, {
      ...progress,
      answers: Object.fromEntries(kept),
      trail: progress.trail.slice(0, -1),
    });
    return true;
  }

  /** Asks the current step once more, after an aside such as "trợ giúp". */
  async repeat(dc: DialogContext): Promise<void> {
    const turn = turnOf(dc.context);
    const progress = this.#progress(dc);
    const step = progress && this.#form.next(progress.answers, turn);
    if (step) await turn.reply(step.ask(turn, progress.answers));
  }

  async #advance(dc: DialogContext, progress: Progress): Promise<DialogTurnResult> {
    const turn = turnOf(dc.context);
    const step = this.#form.next(progress.answers, turn);
    if (step) {
      if (dc.activeDialog) dc.activeDialog.state = progress;
      await turn.reply(step.ask(turn, progress.answers));
      return Dialog.EndOfTurn;
    }
    const next = await this.#form.finish(turn, progress.answers);
    return dc.endDialog(next ? { next } : undefined);
  }

  async #leave(
    dc: DialogContext,
    turn: Turn,
    reading: { leave: Reply; then?: Next },
  ): Promise<DialogTurnResult> {
    await turn.reply(reading.leave);
    return dc.endDialog(reading.then ? { next: reading.then } : undefined);
  }

  async #askAgain(
    dc: DialogContext,
    turn: Turn,
    { step, answers, again }: { step: FormStep; answers: Answers; again: Reply },
  ): Promise<DialogTurnResult> {
    const expects = step.expects ?? 'choice';
    const aside = expects === 'text' ? null : ((await this.#form.aside?.(turn, answers)) ?? null);
    if (aside) {
      await turn.reply(aside);
      await turn.reply(step.ask(turn, answers));
      return Dialog.EndOfTurn;
    }
    const other = expects === 'text' ? null : switchesAway(turn, expects);
    if (other) return dc.endDialog({ switchTo: other });
    await turn.reply(again);
    return Dialog.EndOfTurn;
  }

  async #restart(dc: DialogContext, turn: Turn): Promise<DialogTurnResult> {
    await turn.reply({ text: turn.say('main.updated') });
    return this.#advance(dc, { version: this.#form.version, answers: {}, trail: [] });
  }

  /** null when the kept progress is of another version of the form. */
  #progress(dc: DialogContext): Progress | null {
    const parsed = Progress.safeParse(dc.activeDialog?.state);
    return parsed.success && parsed.data.version === this.#form.version ? parsed.data : null;
  }
}
