import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { addPath, exportVariable, input, setOutput, variable } from '../../toolkit.ts';

const folder = join(variable('RUNNER_TEMP'), 'node-bin');
mkdirSync(folder, { recursive: true });
symlinkSync(process.execPath, join(folder, 'node'));
addPath(folder);
setOutput('node-version', process.version);
console.log(`node: ${process.version} (asked for: ${input('node-version') || input('node-version-file') || 'any'})`);

if (input('registry-url') !== '') {
  const registry = variable('E2E_REGISTRY');
  const npmrc = join(variable('RUNNER_TEMP'), '.npmrc');
  const scope = input('scope');
  const lines = [
    `${registry.slice('http:'.length)}:_authToken=\${NODE_AUTH_TOKEN}`,
    `${scope === '' ? '' : `${scope.replace(/^@?/, '@')}:`}registry=${registry}`,
  ];
  writeFileSync(npmrc, `${lines.join('\n')}\n`);
  exportVariable('NPM_CONFIG_USERCONFIG', npmrc);
  exportVariable('NODE_AUTH_TOKEN', process.env.NODE_AUTH_TOKEN || 'XXXXX-XXXXX-XXXXX-XXXXX');
}
