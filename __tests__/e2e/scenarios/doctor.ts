import assert from 'node:assert/strict';
import { minimalRelease } from '../repositories/minimal-workflows.ts';
import { template } from '../repositories/templates.ts';
import { addThreePackages, type ThreePackages } from '../repositories/three-packages.ts';
import { type Ground, scenario } from '../scenario.ts';

const file = '.github/workflows/release.yml';
/** Without provenance, for which these packages would have to name their repository. */
const release = minimalRelease.replace('\n      id-token: write', '');

export default scenario(
  'template doctor: a broken ecosystem is told on the pull request, and fixed it is sound',
  async (ground) => {
    const { world } = ground;
    const three = await addThreePackages(ground, {
      name: 'sick',
      release,
      workflows: { 'doctor.yml': await template('doctor.yml', { 'my-org': 'sick' }) },
    });
    const { github } = world;
    github.commit('sick/core', 'main', { [file]: release.replace('      nonce: { type: string }\n', '') });
    github.commit('sick/adapter', 'main', { [file]: release.replace(/run-name: .*\n/, '') });
    github.commit(three.home, 'main', { '.github/release-train.yml': withoutNeeds(ground, three) });
    const number = github.openPull(three.home, { title: 'A manifest', head: 'main' });

    const sick = await look(ground, three, number);
    assert.equal(sick.conclusion, 'failure', 'the broken ecosystem');
    const comment = commentOf(ground, three, number);
    for (const check of ['input-declared', 'nonce-shown', 'needs-missing'])
      assert.ok(comment.includes(`\`${check}\``), `${check} in the comment: ${comment}`);
    assert.match(comment, /❌ \d+ errors/);
    assert.match(sick.log, /app depends on @sick\/adapter .*Write needs: \[adapter\]\./);
    assert.equal(world.runs.length, 1, 'nothing else was started');

    github.commit('sick/core', 'main', { [file]: release });
    github.commit('sick/adapter', 'main', { [file]: release });
    const text = withoutNeeds(ground, three).replace('"@sick/app" }\n', '"@sick/app" }\n    needs: [adapter]\n');
    github.commit(three.home, 'main', { '.github/release-train.yml': text });
    const sound = await look(ground, three, number);
    assert.equal(sound.conclusion, 'success', 'the fixed ecosystem');
    assert.match(commentOf(ground, three, number), /✅ Nothing stands in the way/);
    assert.equal(github.repository(three.home).pulls.length, 1);
  },
);

function look({ world }: Ground, { home }: ThreePackages, number: number) {
  const payload = { pull_request: { number, head: { ref: 'main', repo: { full_name: home } } } };
  return world.startOn(home, 'doctor.yml', { name: 'pull_request', payload }).ended;
}

/** The one comment that it keeps. */
function commentOf({ world }: Ground, { home }: ThreePackages, number: number): string {
  const comments =
    world.github.repository(home).pulls.find(({ issue }) => issue.number === number)?.issue.comments ?? [];
  assert.equal(comments.length, 1, 'comments');
  return comments[0]?.body ?? '';
}

/** The manifest, in which somebody forgot what app needs. */
function withoutNeeds({ world }: Ground, { home }: ThreePackages): string {
  const { git } = world.github.repository(home);
  const commit = git.resolve('main');
  const entry = commit && git.entryAt(commit.tree, '.github/release-train.yml');
  return String(entry && git.blob(entry.sha)).replace('    needs: [adapter]\n', '');
}
