import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { advisoriesOf, lockedPackages } from '../../registry.ts';
import { fail, input, variable } from '../../toolkit.ts';

const LEVELS = ['low', 'moderate', 'high', 'critical'];
const event = JSON.parse(readFileSync(variable('GITHUB_EVENT_PATH'), 'utf8')) as {
  pull_request?: { base: { sha: string }; head: { sha: string } };
};
const { base, head } = event.pull_request ?? fail('Both a base ref and head ref must be provided: no pull request');
const folder = mkdtempSync(join(variable('RUNNER_TEMP'), 'review-'));
const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
git('init', '--quiet', '--bare');
const source = `${variable('GITHUB_SERVER_URL')}/${variable('GITHUB_REPOSITORY')}`;

const known = new Set(lockedAt(base.sha).map(keyOf));
const added = lockedAt(head.sha).filter((locked) => !known.has(keyOf(locked)));
console.log(`Added: ${added.map(keyOf).join(', ') || 'nothing'}`);
const found = Object.entries(added.length > 0 ? await advisoriesOf(added) : {});
for (const [name, advisories] of found) {
  for (const { severity, title } of advisories) console.log(`${name}: ${title} (${severity} severity)`);
}
const worst = found.flatMap(([, advisories]) => advisories).map(({ severity }) => LEVELS.indexOf(severity));
if (Math.max(-1, ...worst) >= LEVELS.indexOf(input('fail-on-severity'))) {
  fail('Dependency review detected vulnerable packages.');
}

function lockedAt(sha: string) {
  git('fetch', '--quiet', '--depth=1', source, sha);
  return lockedPackages(git('show', `${sha}:package-lock.json`));
}

function keyOf({ name, version }: { name: string; version: string }): string {
  return `${name}@${version}`;
}
