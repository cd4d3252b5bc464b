import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fail, input, setOutput, variable } from '../../toolkit.ts';

if (!process.env.ACTIONS_ID_TOKEN_REQUEST_URL) fail('Failed to get ID token: the job has no id-token: write');
const workspace = variable('GITHUB_WORKSPACE');
const [name, digest] = [input('subject-name'), input('subject-digest')];
if ((name === '') !== (digest === '')) fail('subject-name and subject-digest belong together');
const paths = input('subject-path')
  .split(/[\n,]/)
  .map((line) => line.trim())
  .filter(Boolean)
  .flatMap((pattern) => globSync(resolve(workspace, pattern)))
  .filter((path) => statSync(path).isFile());
if (paths.length === 0 && name === '') fail(`Could not find subject at path ${input('subject-path')}`);
const files = paths.sort().map((path) => ({
  name: basename(path),
  digest: { sha256: createHash('sha256').update(readFileSync(path)).digest('hex') },
}));
const subject = name === '' ? files : [{ name, digest: { sha256: digest.replace('sha256:', '') } }];
// https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md
const statement = {
  _type: 'https://in-toto.io/Statement/v1',
  subject,
  predicateType: 'https://slsa.dev/provenance/v1',
  predicate: {
    buildDefinition: {
      externalParameters: { workflow: { ref: variable('GITHUB_REF'), repository: variable('GITHUB_REPOSITORY') } },
      resolvedDependencies: [{ digest: { gitCommit: variable('GITHUB_SHA') } }],
    },
  },
};
const folder = join(variable('E2E_ARTIFACTS'), 'attestation');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'statement.json'), JSON.stringify(statement));
setOutput('bundle-path', join(folder, 'statement.json'));
console.log(`Attested: ${name === '' ? `${subject.length} files` : `${name}@${digest}`}`);
