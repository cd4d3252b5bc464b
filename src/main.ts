import type { Action } from './platform/runner/action.ts';
import { runAction } from './platform/runner/action.ts';

/**
 * The actions, by the name of their folder. The bundler gives each a file of its own beside what they share, so that a step
 * compiles only what it runs: compiling everything takes longer than most requests.
 */
const actions: Readonly<Record<string, () => Promise<{ default: Action }>>> = {
  train: () => import('./actions/train.ts'),
  'plan-release': () => import('./actions/plan-release.ts'),
  'dispatch-and-wait': () => import('./actions/dispatch-and-wait.ts'),
  'claim-release': () => import('./actions/claim-release.ts'),
  'sync-python-version': () => import('./actions/sync-python-version.ts'),
  'update-dependencies': () => import('./actions/update-dependencies.ts'),
  'verify-published': () => import('./actions/verify-published.ts'),
  'verify-health': () => import('./actions/verify-health.ts'),
  'register-service': () => import('./actions/register-service.ts'),
  'reconcile-services': () => import('./actions/reconcile-services.ts'),
  notify: () => import('./actions/notify.ts'),
  'release-status': () => import('./actions/release-status.ts'),
  doctor: () => import('./actions/doctor.ts'),
  'trigger-hub': () => import('./actions/trigger-hub.ts'),
  'report-status': () => import('./actions/report-status.ts'),
  'share-artifact': () => import('./actions/share-artifact.ts'),
  // The building blocks of the templates, in actions/.
  'admit-event': () => import('./actions/admit-event.ts'),
  'fetch-source': () => import('./actions/fetch-source.ts'),
  'finish-event': () => import('./actions/finish-event.ts'),
  'install-dependencies': () => import('./actions/install-dependencies.ts'),
  'pack-packages': () => import('./actions/pack-packages.ts'),
  'prepare-release': () => import('./actions/prepare-release.ts'),
  'publish-packages': () => import('./actions/publish-packages.ts'),
  'record-release': () => import('./actions/record-release.ts'),
  'release-state': () => import('./actions/release-state.ts'),
  'run-scripts': () => import('./actions/run-scripts.ts'),
  'verify-distributions': () => import('./actions/verify-distributions.ts'),
  'version-packages': () => import('./actions/version-packages.ts'),
  'version-pull-request': () => import('./actions/version-pull-request.ts'),
};

/** Runs the named action; the stubs in dist/ call this. */
export async function main(name: string): Promise<void> {
  const load = actions[name];
  if (!load) throw new Error(`There is no action named ${JSON.stringify(name)}.`);
  const { default: action } = await load();
  await runAction(action);
}
