/** The few SDK names dialogs may use: the SDK has no support since 31/12/2025, so that its successor only has to fit here. */
export { Dialog } from 'botbuilder-dialogs';
export type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
export type { TurnContext } from 'botbuilder';
export type { Card, InboundMessage, OutboundMessage, Suggestion } from '../bot.js';
