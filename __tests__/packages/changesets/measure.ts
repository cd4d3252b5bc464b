/** Prints how long the plan of 200 packages and 300 changesets takes: `npx node __tests__/packages/changesets/measure.ts`. */
import { planMarkdown } from '../../../src/packages/changesets/changeset-plan-markdown.ts';
import { planFromChangesets } from '../../../src/packages/changesets/plan-workspace.ts';
import { changeset, config, type Files, remove, writeWorkspace } from './workspaces.ts';

const files: Record<string, Files[string]> = {
  'package.json': { private: true, workspaces: ['packages/*'] },
  '.changeset/config.json': config({ linked: [['p1*']], fixed: [['p2', 'p20', 'p21']] }),
};
for (let index = 0; index < 200; index++) {
  const needs = [1, 2, 7, 31].filter((step) => step <= index).map((step) => [`p${index - step}`, 'workspace:^']);
  files[`packages/p${index}/package.json`] = {
    name: `p${index}`,
    version: '1.0.0',
    dependencies: Object.fromEntries(needs),
  };
}
const types = ['patch', 'minor', 'major'];
for (let index = 0; index < 300; index++) {
  const releases = { [`p${(index * 7) % 200}`]: types[index % 3] ?? 'patch', [`p${(index * 11) % 200}`]: 'patch' };
  files[`.changeset/c${index}.md`] = changeset(releases, `Change ${index}.`);
}
const directory = writeWorkspace(files);
for (const run of ['cold', 'warm', 'warm']) {
  const started = performance.now();
  const plan = await planFromChangesets({ directory });
  const took = Math.round(performance.now() - started);
  console.log(
    `${run}: ${plan.releases.length} releases, ${plan.waves.length} waves, ${took} ms, ${planMarkdown(plan).length} characters`,
  );
}
remove(directory);
