import { globSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fail, flag, input, run, variable } from '../../toolkit.ts';

if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL) {
  fail('Trusted publishing exchange failure: OpenID Connect token retrieval failed: the job has no id-token: write');
}
const folder = resolve(variable('GITHUB_WORKSPACE'), input('packages-dir'));
const files = globSync(join(folder, '*.{whl,tar.gz}'));
if (files.length === 0)
  fail(`It looks like there are no Python distribution packages to publish in the directory ${folder}`);
const python = join(variable('E2E_PYTHON_BIN'), 'python');
if (flag('verify-metadata')) run(python, ['-m', 'twine', 'check', '--strict', ...files]);
// twine itself skips only on the public index.
const served = await (await fetch(`${variable('E2E_PYTHON_UPLOAD')}packages/`)).text();
const wanted = flag('skip-existing') ? files.filter((file) => !served.includes(basename(file))) : files;
const target = ['--repository-url', variable('E2E_PYTHON_UPLOAD'), '-u', '__token__', '-p', 'exchanged'];
if (wanted.length > 0) run(python, ['-m', 'twine', 'upload', '--disable-progress-bar', ...target, ...wanted]);
