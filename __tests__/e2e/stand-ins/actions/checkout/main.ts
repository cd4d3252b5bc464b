import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { flag, input, run, setOutput, variable } from '../../toolkit.ts';

const server = variable('GITHUB_SERVER_URL');
const repository = input('repository');
const own = repository === variable('GITHUB_REPOSITORY');
const ref = input('ref') || (own ? variable('GITHUB_REF') : 'HEAD');
const wanted = input('ref') === '' && own ? variable('GITHUB_SHA') : ref;
const folder = join(variable('GITHUB_WORKSPACE'), input('path'));
const depth = Number(input('fetch-depth'));

mkdirSync(folder, { recursive: true });
const git = (...args: string[]) => run('git', args, folder);
git('init', '--quiet');
git('remote', 'add', 'origin', `${server}/${repository}`);
const credentials = Buffer.from(`x-access-token:${input('token')}`).toString('base64');
execFileSync('git', ['config', '--local', `http.${server}/.extraheader`, `AUTHORIZATION: basic ${credentials}`], {
  cwd: folder,
});
if (depth > 0) {
  git('fetch', '--quiet', `--depth=${depth}`, flag('fetch-tags') ? '--tags' : '--no-tags', 'origin', wanted);
} else {
  git('fetch', '--quiet', '--tags', 'origin', '+refs/heads/*:refs/remotes/origin/*', `+${wanted}`);
}
const patterns = input('sparse-checkout').split('\n').filter(Boolean);
if (patterns.length > 0) {
  git('sparse-checkout', 'set', flag('sparse-checkout-cone-mode') ? '--cone' : '--no-cone', ...patterns);
}
const commit = execFileSync('git', ['rev-parse', depth > 0 ? 'FETCH_HEAD' : resolvable(wanted)], {
  cwd: folder,
  encoding: 'utf8',
}).trim();
const branch = /^refs\/heads\/(.+)$/.exec(ref)?.[1];
git('checkout', '--quiet', '--force', ...(branch === undefined ? ['--detach', commit] : ['-B', branch, commit]));
if (branch !== undefined) {
  git('update-ref', `refs/remotes/origin/${branch}`, commit);
  git('branch', '--quiet', `--set-upstream-to=origin/${branch}`);
}
if (!flag('persist-credentials')) git('config', '--local', '--unset-all', `http.${server}/.extraheader`);
setOutput('ref', ref);
setOutput('commit', commit);

function resolvable(name: string): string {
  if (/^[0-9a-f]{40}$/.test(name)) return name;
  return 'FETCH_HEAD';
}
