import { execFileSync } from 'node:child_process';
import { expect } from '@jest/globals';
import { channelsFrom } from '../../../src/packages/python/from-semver.ts';
import { planSync } from '../../../src/packages/python/sync.ts';
import { needPython, type Python } from '../../support/python.ts';
import { slow } from '../../support/slow.ts';
import { temporaryFolders } from '../../support/temporary.ts';
import { unmarked } from './fixtures.ts';

const folder = temporaryFolders();
const python = await needPython([
  'hatchling==1.27.0',
  'setuptools==80.9.0',
  'flit-core==3.12.0',
  'pdm-backend==2.4.5',
  'poetry-core==2.2.1',
]);

const FIXTURES: readonly (readonly [string, string])[] = [
  ['pep621-inline-table', 'hatchling.build'],
  ['pep621-crlf', 'hatchling.build'],
  ['pep621-tabs', 'pdm.backend'],
  ['pep621-dotted-keys', 'hatchling.build'],
  ['pep621-multiline-string', 'hatchling.build'],
  ['poetry-only', 'poetry.core.masonry.api'],
  ['poetry-and-project', 'poetry.core.masonry.api'],
  ['poetry-dynamic', 'poetry.core.masonry.api'],
  ['hatch-path', 'hatchling.build'],
  ['hatch-pattern', 'hatchling.build'],
  ['setuptools-attr', 'setuptools.build_meta'],
  ['setuptools-file', 'setuptools.build_meta'],
  ['flit-module', 'flit_core.buildapi'],
  ['pdm-file', 'pdm.backend'],
  ['setup-cfg', 'setuptools.build_meta'],
  ['setup-cfg-crlf-colon', 'setuptools.build_meta'],
  ['setup-cfg-attr', 'setuptools.build_meta'],
  ['setup-py-qualified', 'setuptools.build_meta'],
  ['copies-sdk-hatch', 'hatchling.build'],
  ['copies-version-module-pdm', 'pdm.backend'],
  ['copies-commitizen-poetry', 'poetry.core.masonry.api'],
  ['copies-bumpversion-setuptools', 'setuptools.build_meta'],
  ['copies-that-are-none', 'hatchling.build'],
  ['copies-commitizen-semver', 'hatchling.build'],
  ['copies-version-info', 'hatchling.build'],
  ['copies-package-dir-setuptools', 'setuptools.build_meta'],
  ['copies-other-name-poetry', 'poetry.core.masonry.api'],
  ['copies-other-name-hatch', 'hatchling.build'],
  ['copies-hatch-dynamic', 'hatchling.build'],
  ['copies-namespace-package', 'setuptools.build_meta'],
];

python.describe('the build backends read what was written', (tool) => {
  slow.each(FIXTURES)('%s by %s', async (name, backend) => {
    const workspace = await folder(unmarked(name));
    const before = versionBy(tool, backend, workspace);
    const plan = await planSync({ workspace, version: '1.5.0-beta.3', channels: channelsFrom({}) });
    await plan.write();
    expect([before, versionBy(tool, backend, workspace)]).toEqual(['1.4.2', '1.5.0b3']);
  });
});

/** The version a backend gives the project in a folder, by the hook that pip calls. */
function versionBy(tool: Python, backend: string, cwd: string): string | undefined {
  const program = `
import email, importlib, os, sys, tempfile
sys.path.insert(0, os.getcwd())
with tempfile.TemporaryDirectory() as folder:
    info = importlib.import_module(sys.argv[1]).prepare_metadata_for_build_wheel(folder)
    with open(os.path.join(folder, info, 'METADATA'), encoding='utf-8') as file:
        print('version:', email.message_from_file(file)['Version'])`;
  const env = { ...tool.env, PYTHONDONTWRITEBYTECODE: '1' };
  const answer = execFileSync(tool.command, ['-c', program, backend], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  return /^version: (.*)$/m.exec(answer.toString())?.[1];
}
