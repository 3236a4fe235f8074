import { answer } from './answers/answer.js';
import { ask } from './commands/ask.js';
import { check } from './commands/check.js';
import { demo } from './commands/demo.js';
import { dossiersImport } from './commands/dossiers-import.js';
import { due } from './commands/due.js';
import { exportCommand } from './commands/export.js';
import { retention } from './commands/retention.js';
import { apologise } from './dossiers/apologise.js';
import { today } from './dossiers/today.js';
import { feedbackAdd } from './feedback/feedback-add.js';
import { feedbackAnswer, feedbackClose } from './feedback/feedback-answer.js';
import { feedbackList } from './feedback/feedback-list.js';
import { feedbackShow } from './feedback/feedback-show.js';
import { place } from './places/place.js';
import { placesImport } from './places/places-import.js';
import { proceduresExport } from './procedures/procedures-export.js';
import { proceduresImport } from './procedures/procedures-import.js';
import { proceduresShow } from './procedures/procedures-show.js';
import { backup } from './storage/backup.js';
import { migrateStorage } from './storage/migrate-storage.js';
import { repair } from './storage/repair.js';
import { restore } from './storage/restore.js';
import { aliasAdd } from './words/alias-add.js';
import { aliasList } from './words/alias-list.js';
import { aliasRemove } from './words/alias-remove.js';
import { unanswered } from './words/unanswered.js';
import type { Command } from './command.js';

/** In the order the help lists them. */
export const ALL_COMMANDS: readonly Command[] = [
  ask,
  check,
  due,
  place,
  placesImport,
  answer,
  proceduresShow,
  proceduresExport,
  proceduresImport,
  unanswered,
  aliasList,
  aliasAdd,
  aliasRemove,
  dossiersImport,
  today,
  apologise,
  feedbackList,
  feedbackShow,
  feedbackAdd,
  feedbackAnswer,
  feedbackClose,
  exportCommand,
  retention,
  backup,
  restore,
  migrateStorage,
  repair,
  demo,
];
