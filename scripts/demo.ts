/**
 * The main jobs on this machine, with real servers, and the built bundles run as the runner would run them.
 *
 *   npm run demo                         the repositories of an example are released, on an embedded GitHub
 *   npm run demo -- --fail COMPONENT     one release fails: what is blocked, and how to go on
 *   npm run demo -- --kill               the orchestrator is killed halfway and started again
 *   npm run demo -- --manifest FILE      rehearse your own manifest
 *   npm run demo -- --story services     a service is deployed and proven, another is killed, the fleet is reconciled
 */
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    story: { type: 'string', default: 'train' },
    manifest: { type: 'string', default: 'examples/eda-ecosystem/release-train.yml' },
    'release-type': { type: 'string', default: 'patch' },
    fail: { type: 'string', multiple: true, default: [] },
    kill: { type: 'boolean', default: false },
  },
});

const stories: Readonly<Record<string, () => Promise<boolean>>> = {
  train: async () => {
    const { trainStory } = await import('./demo/train.ts');
    const { manifest, fail, kill } = values;
    return trainStory({ manifest, releaseType: values['release-type'], fail, kill });
  },
  services: async () => {
    const { servicesStory } = await import('./demo/services.ts');
    return servicesStory();
  },
};

const story = Object.hasOwn(stories, values.story) ? stories[values.story] : undefined;
if (!story) console.error(`--story ${values.story}: expected one of ${Object.keys(stories).join(', ')}.`);
process.exitCode = (await story?.()) === true ? 0 : 1;
