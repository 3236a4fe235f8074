import { loadConfig } from './config.js';
import { startOffice } from './start-office.js';
import type { RunningOffice } from './start-office.js';
import { startProblem } from './start-problem.js';

const read = loadConfig();
if (read.ok) {
  const { config } = read;
  try {
    const office = await startOffice(config);
    process.stdout.write(`Trợ lý Một Cửa đang chạy tại ${office.url}\n`);
    stopOnSignal(office);
  } catch (error) {
    fail([startProblem(error, config)]);
  }
} else {
  fail(read.problems);
}

/** Ctrl-C and SIGTERM close cleanly; a second signal ends at once. */
function stopOnSignal(office: RunningOffice): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1));
      void office.stop().then(() => process.exit(0));
    });
  }
}

function fail(problems: readonly string[]): void {
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
}
