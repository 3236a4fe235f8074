/** `id` is the same whenever the same text is sent again, so that a gateway can tell a repeat. */
export interface OutgoingSms {
  id: string;
  to: string;
  text: string;
}

/** Carries one text to one phone. Rejects with MessageNotSent when every try failed. */
export interface MessageSender {
  send(message: OutgoingSms): Promise<void>;
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
