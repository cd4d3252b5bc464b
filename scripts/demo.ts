/**
 * The main jobs on this machine, with real servers, and the built bundles run as the runner would run them. Nothing leaves this machine.
 *
 *   npm run demo                         the repositories of an example are released, on an embedded GitHub
 *   npm run demo -- --manifest FILE      rehearse your own manifest; FILE counts from where you are
 *   npm run demo -- --manifest FILE --environment NAME [--versions MAP]
 *                                        rehearse a deployment; MAP (JSON or YAML) has the versions of components
 *   npm run demo -- --hub FILE [--trigger FILE] [--changed FILES]
 *                                        rehearse a hub file: what a push to each branch of each source leads to; --trigger is a copy of
 *                                        trigger-hub.yml, whose paths count then; FILES change, separated by commas
 *   npm run demo -- --story deployment   a deployment to production fails: who is told, escalated, acknowledged, rolled back, resolved
 *   npm run demo -- --story services     a service is deployed and proven, another is killed, the fleet is reconciled
 *
 * A rehearsal takes what the train takes: --release-type, --packages A,B, --dependents, --strategy, --max-parallel N, --on-failure,
 * --prerelease-id; --advance goes on step by step, as with mode: advance. And it can go wrong:
 *
 *   --fail COMPONENT       its first run fails: what is blocked or rolled back, and how to go on
 *   --again                after that the same train is started once more, and nothing fails any more
 *   --kill                 the orchestrator is killed halfway and started again
 *   --no-token OWNER       the token for that owner's repositories is missing
 *
 *   --keep                 the embedded GitHub stays up, with pages of runs, state and issues, until Ctrl-C
 *   --markdown             prints the step summary, too; the report is an HTML page beside the other files
 */
import { fileFromHere, mistake, readArguments } from './arguments.ts';

const { values } = readArguments({
  story: { type: 'text', default: 'train', oneOf: ['train', 'deployment', 'services'] },
  manifest: { type: 'text' },
  hub: { type: 'text' },
  trigger: { type: 'text' },
  changed: { type: 'text' },
  'release-type': { type: 'text', oneOf: ['patch', 'minor', 'major', 'prerelease'] },
  packages: { type: 'text' },
  dependents: { type: 'flag' },
  strategy: { type: 'text', oneOf: ['sequential', 'parallel', 'canary'] },
  'max-parallel': { type: 'number', min: 1, max: 10_000 },
  'on-failure': { type: 'text', oneOf: ['continue', 'halt'] },
  'prerelease-id': { type: 'text' },
  advance: { type: 'flag' },
  environment: { type: 'text' },
  versions: { type: 'text' },
  fail: { type: 'texts' },
  again: { type: 'flag' },
  kill: { type: 'flag' },
  'no-token': { type: 'texts' },
  keep: { type: 'flag' },
  markdown: { type: 'flag' },
});

const OF_HUBS = ['trigger', 'changed'];
const given = Object.entries(values)
  .filter(([, value]) => value !== undefined && value !== false && !(Array.isArray(value) && value.length === 0))
  .flatMap(([name]) => (name === 'story' || name === 'hub' ? [] : [name]));
if (values.story !== 'train' && (values.hub ?? given[0]) !== undefined)
  mistake(`--${values.hub === undefined ? given[0] : 'hub'}: the story ${values.story} takes no other option`);
const stray = given.find((name) => OF_HUBS.includes(name) !== (values.hub !== undefined));
if (stray !== undefined)
  mistake(
    values.hub === undefined
      ? `--${stray}: give the --hub whose file is rehearsed`
      : `--${stray}: the rehearsal of a hub takes --trigger and --changed only`,
  );
if (values.again && values.fail.length === 0) mistake('--again: nothing fails without --fail COMPONENT');
if (values.versions !== undefined && values.environment === undefined && values.manifest === undefined)
  mistake('--versions: give the --manifest and the --environment of the deployment');

for (const name of ['manifest', 'hub', 'trigger'] as const)
  if (values[name] !== undefined) fileFromHere(`--${name}`, values[name]);
// Before anything large is loaded: anyone who waits sees that something happens.
console.log(
  values.story === 'train'
    ? `Rehearsal of ${values.hub ?? values.manifest ?? 'the example'}, on an embedded GitHub: nothing leaves this machine.`
    : `The story of ${values.story}: its servers are started, and nothing leaves this machine.`,
);
const stories = {
  train: async () => (await import('./demo/rehearse.ts')).rehearse(values),
  deployment: async () => (await import('./demo/told-deployment.ts')).toldDeploymentStory(),
  services: async () => (await import('./demo/services.ts')).servicesStory(),
};
const { hub } = values;
const story =
  hub === undefined
    ? stories[values.story as keyof typeof stories]
    : async () => (await import('./demo/hub.ts')).hubStory({ ...values, hub });
process.exitCode = (await story()) ? 0 : 1;
