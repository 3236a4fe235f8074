import { resolve } from 'node:path';
import type { Logger } from 'pino';
import { createBot } from './bot/framework/create-bot.js';
import { createServer } from './bot/server/create-server.js';
import { createLog } from './bot/server/log.js';
import { createOfficeCommands } from './cli/office-commands.js';
import type { OfficeRules } from './cli/office/office-command.js';
import type { Config } from './config.js';
import type { DueDateRules } from './data/calendar/due-date-rules.js';
import { systemClock } from './data/clock.js';
import { createUsualTimes } from './data/dossiers/lateness/usual-times.js';
import type { DossierSource } from './data/dossiers/received/dossier-source.js';
import { loadCatalogue } from './data/load-dataset.js';
import { calendarFolder, loadCalendarYears } from './data/load-calendar.js';
import { loadSourceMapping } from './data/load-dossier-source.js';
import { loadOffice } from './data/load-office.js';
import { loadPlaces, placesFolder } from './data/load-places.js';
import { loadTexts } from './data/load-texts.js';
import { loadUnderstanding } from './data/load-understanding.js';
import type { Catalogue } from './data/procedures/catalogue.js';
import { EDITION_CHANGED } from './data/procedures/edition/edition-changed.js';
import { createEditionedDataset } from './data/procedures/edition/editioned-dataset.js';
import { dueDateRulesOf } from './data/office/due-date-rules-of.js';
import { systemRandomness } from './data/randomness.js';
import { createHttpDossierSource } from './data/storage/one-stop/http-dossier-source.js';
import type { Store } from './data/store.js';
import { loadPages } from './load-pages.js';
import type { OpenedStorage } from './opening/opened-storage.js';
import { startDailySweeping } from './opening/daily-sweeping.js';
import { openStorage } from './opening/open-storage.js';

export interface RunningOffice {
  /** Where citizens reach it. */
  url: string;
  /** Finishes the turns in hand, then closes in the reverse order of opening. */
  stop(): Promise<void>;
}

/**
 * The whole office: dataset → storage → bot → server. Rejects with DomainError when a curated file, the profile, the
 * data folder or the database cannot be used, and with the system's error when the folder is not writable or the port is
 * taken.
 */
export const startOffice = async (config: Config): Promise<RunningOffice> => {
  const log = createLog(config.LOG_LEVEL);
  const loaded = loadWhatIsCurated(config);
  const { office, dueDates } = loaded;
  const base = loadCatalogue();
  const storage = await openStorage(config, (level, event, details) => {
    log[level]({ event, ...details });
  });
  log.info({ event: 'storage.opened', storage: config.STORAGE });
  try {
    const dataset = await openDataset(storage, { base, rules: { office, dueDates }, log });
    const services = {
      ...loaded,
      catalogue: dataset.catalogue,
      understand: dataset.understand,
      usualTimes: openUsualTimes(storage.store, dueDates, log),
      dossierSource: openSource(config, dataset.catalogue, log),
      clock: systemClock,
      random: systemRandomness,
      onTrouble: (event: string, err: unknown) => {
        log.warn({ event, err });
      },
      store: storage.store,
      publicUrl: config.PUBLIC_URL ?? null,
    };
    const bot = createBot({ ...storage, services, log });
    const pages = loadPages({ ...services, turnLock: storage.turnLock });
    const secret = config.TOKEN_SECRET ?? (await storage.keptSecret());
    const server = createServer({ ...services, ...storage, bot, config, log, pages, secret });
    const url = await server.listen();
    await server.resumeAbandoned();
    const sweeping = startDailySweeping(storage.store, office.retention, log);
    return {
      url,
      async stop() {
        await sweeping.stop();
        await server.close();
        await storage.turnLock.idle();
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
};

const loadWhatIsCurated = ({ OFFICE_PROFILE, DATA_DIR }: Config) => {
  const office = loadOffice(OFFICE_PROFILE);
  const folder = resolve(DATA_DIR);
  return {
    office,
    dueDates: dueDateRulesOf(office, loadCalendarYears(calendarFolder(folder))),
    texts: loadTexts(),
    places: loadPlaces(placesFolder(folder)),
  };
};

interface DatasetParts {
  base: Catalogue;
  rules: OfficeRules;
  log: Logger;
}

/** The dataset with the office's edition over it, as commands change it here, in other processes and on other instances. */
const openDataset = async (storage: OpenedStorage, { base, rules, log }: DatasetParts) => {
  const { store, wakeUp } = storage;
  const clock = systemClock;
  const parts = { base, understandingOf: loadUnderstanding, edition: store.edition, clock };
  const { reload, ...dataset } = await createEditionedDataset(parts);
  const services = { store, clock, random: systemRandomness, rules: () => rules };
  storage.serve(createOfficeCommands({ ...services, editionChanged: reload }));
  wakeUp.subscribe(EDITION_CHANGED, () => {
    reload().catch((err: unknown) => {
      log.warn({ event: 'edition.notRead', err });
    });
  });
  return dataset;
};

const openUsualTimes = ({ dossiers }: Store, { calendar }: DueDateRules, log: Logger) =>
  createUsualTimes({
    dossiers,
    calendar,
    clock: systemClock,
    onTrouble: (err) => {
      log.warn({ event: 'usualTimes.notCounted', err });
    },
  });

/** The one-stop software's API, where the office has described it. */
const openSource = (
  { DOSSIER_SOURCE, DOSSIER_SOURCE_TOKEN = '' }: Config,
  catalogue: Catalogue,
  log: Logger,
): DossierSource | null =>
  DOSSIER_SOURCE === undefined
    ? null
    : createHttpDossierSource({
        mapping: loadSourceMapping(DOSSIER_SOURCE),
        token: DOSSIER_SOURCE_TOKEN,
        catalogue,
        clock: systemClock,
        random: systemRandomness,
        onTrouble: (trouble) => {
          log.warn({ event: 'dossierSource.trouble', ...trouble });
        },
      });
