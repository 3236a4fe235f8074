import { existsSync, readFileSync } from 'node:fs';

const report = 'coverage/test-results.json';
const { numPassedTests = 0, numFailedTests = 1 } = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
process.stdout.write(`${numPassedTests} passed, ${numFailedTests} failed\n`);
