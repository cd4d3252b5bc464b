import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { fail, input, variable } from '../../toolkit.ts';

const FORMS: Readonly<Record<string, RegExp>> = {
  AWS: /\bAKIA[0-9A-Z]{16}\b/,
  GitHub: /\bgh[pousr]_[0-9A-Za-z]{36}\b/,
  NpmToken: /\bnpm_[0-9A-Za-z]{36}\b/,
  PrivateKey: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/,
};

const cwd = resolve(variable('GITHUB_WORKSPACE'), input('path'));
const history = execFileSync('git', ['log', '--all', '--patch', '--unified=0', '--format=commit %H'], {
  cwd,
  encoding: 'utf8',
  maxBuffer: 1e9,
});
let [commit, file, found] = ['', '', 0];
for (const line of history.split('\n')) {
  if (line.startsWith('commit ')) commit = line.slice('commit '.length);
  else if (line.startsWith('+++ ')) file = line.slice('+++ b/'.length);
  else if (line.startsWith('+')) {
    for (const [detector, form] of Object.entries(FORMS)) {
      if (!form.test(line)) continue;
      found += 1;
      console.log(`::warning file=${file}::Found unverified ${detector} result in ${commit}`);
    }
  }
}
if (found > 0) fail(`${found} credentials are in the history`);
console.log('No credentials are in the history');
