/**
 * The main jobs on this machine, with real servers, and the built bundles run as the runner would run them.
 *
 *   npm run demo                         the repositories of an example are released, on an embedded GitHub
 *   npm run demo -- --fail COMPONENT     one release fails: what is blocked, and how to go on
 *   npm run demo -- --kill               the orchestrator is killed halfway and started again
 *   npm run demo -- --manifest FILE      rehearse your own manifest
 *   npm run demo -- --manifest FILE --environment NAME [--versions MAP]
 *                                        rehearse a deployment; MAP (JSON or YAML) has the versions of components
 *   npm run demo -- --story deployment   a deployment to production fails: who is told, escalated, acknowledged, rolled back, resolved
 *   npm run demo -- --story services     a service is deployed and proven, another is killed, the fleet is reconciled
 */
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    story: { type: 'string', default: 'train' },
    manifest: { type: 'string', default: 'examples/eda-ecosystem/release-train.yml' },
    'release-type': { type: 'string', default: 'patch' },
    environment: { type: 'string' },
    versions: { type: 'string', default: '{}' },
    fail: { type: 'string', multiple: true, default: [] },
    kill: { type: 'boolean', default: false },
  },
});

const stories: Readonly<Record<string, () => Promise<boolean>>> = {
  train: async () => {
    const { manifestOrExit, onlyDeploys, versionsOrExit } = await import('./demo/manifest.ts');
    const { environment, fail, kill } = values;
    const file = values.manifest;
    const manifest = await manifestOrExit(file);
    if (environment === undefined && !onlyDeploys(manifest)) {
      const { trainStory } = await import('./demo/train.ts');
      return trainStory({ file, manifest, releaseType: values['release-type'], fail, kill });
    }
    const { deploymentStory } = await import('./demo/deployment.ts');
    const versions = await versionsOrExit(values.versions);
    return deploymentStory({ file, manifest, environment, versions, fail, kill });
  },
  deployment: async () => {
    const { toldDeploymentStory } = await import('./demo/told-deployment.ts');
    return toldDeploymentStory();
  },
  services: async () => {
    const { servicesStory } = await import('./demo/services.ts');
    return servicesStory();
  },
};

const story = Object.hasOwn(stories, values.story) ? stories[values.story] : undefined;
if (!story) console.error(`--story ${values.story}: expected one of ${Object.keys(stories).join(', ')}.`);
process.exitCode = (await story?.()) === true ? 0 : 1;
