import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join, matchesGlob, resolve } from 'node:path';
import { fail, flag, input, setOutput, variable } from '../../toolkit.ts';

const store = variable('E2E_ARTIFACTS');
const [name, pattern] = [input('name'), input('pattern')];
const found = readdirSync(store).filter((one) =>
  name === '' ? pattern === '' || matchesGlob(one, pattern) : one === name,
);
if (name !== '' && found.length === 0) fail(`Unable to download artifact(s): Artifact not found for name: ${name}`);
const target = resolve(variable('GITHUB_WORKSPACE'), input('path'));
mkdirSync(target, { recursive: true });
for (const one of found) {
  const apart = name === '' && !flag('merge-multiple');
  cpSync(join(store, one), apart ? join(target, one) : target, { recursive: true });
}
console.log(`Artifacts: ${found.join(', ') || 'none'}`);
setOutput('download-path', target);
