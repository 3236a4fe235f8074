/** Carries one text to one phone. Rejects with MessageNotSent when every try failed. */
export interface MessageSender {
  send(to: string, text: string): Promise<void>;
}

/** `reason` is a status or an error's code; never the number, never the text. */
export class MessageNotSent extends Error {
  override readonly name = 'MessageNotSent';
  readonly reason: string;

  constructor(reason: string) {
    super(`the message could not be sent: ${reason}`);
    this.reason = reason;
  }
}
