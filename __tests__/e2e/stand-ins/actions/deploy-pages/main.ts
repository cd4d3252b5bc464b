import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fail, input, setOutput, variable } from '../../toolkit.ts';

if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL) fail('Ensure GITHUB_TOKEN has permission "id-token: write".');
const name = input('artifact_name');
if (!existsSync(join(variable('E2E_ARTIFACTS'), name, 'index.html')))
  fail(
    `No artifacts named "${name}" were found for this workflow run. Ensure artifacts are uploaded, and that they hold an index.html.`,
  );
const [owner = '', repository = ''] = variable('GITHUB_REPOSITORY').split('/');
setOutput('page_url', `https://${owner}.github.io/${repository}/`);
console.log(`Published: ${name}`);
