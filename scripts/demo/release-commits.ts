import type { SimulatedGitHub } from '../../simulator/github.ts';
import type { EffectRecord } from '../../simulator/types.ts';

/** What a release workflow does beside publishing: the version goes into package.json on the branch, and a tag onto that commit. */
export function recordReleases(github: SimulatedGitHub): void {
  github.subscribe(({ kind, repository, version, runId }: EffectRecord) => {
    if (kind !== 'publish' || runId === undefined || version === undefined) return;
    const { git, defaultBranch } = github.repository(repository);
    const head = git.resolve(defaultBranch);
    const entry = head && git.entryAt(head.tree, 'package.json');
    const text = entry && git.blob(entry.sha)?.toString('utf8');
    if (text === undefined || git.refs.has(`refs/tags/v${version}`)) return;
    const released = `${JSON.stringify({ ...JSON.parse(text), version }, null, 2)}\n`;
    const sha = github.commit(repository, defaultBranch, { 'package.json': released }, `Release v${version}`);
    git.refs.set(`refs/tags/v${version}`, sha);
  });
}
