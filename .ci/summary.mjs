import { existsSync, readFileSync } from 'node:fs';

const file = 'coverage/test-results.json';
const report = existsSync(file) ? readFileSync(file, 'utf8') : '';
const [, passed = '0'] = /"numPassedTests":(\d+)/.exec(report) ?? [];
const [, failed = '1'] = /"numFailedTests":(\d+)/.exec(report) ?? [];
process.stdout.write(`${passed} passed, ${failed} failed\n`);
