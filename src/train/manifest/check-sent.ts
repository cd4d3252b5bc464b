import { listed } from '../../platform/text/wording.ts';
import type { Components } from './check-components.ts';
import { dispatchKind } from './dispatch-kind.ts';
import { collectFaults, type FaultList, type TrainFault } from './faults.ts';
import { namesIn } from './interpolate.ts';
import type { RawInputs, RawManifest } from './raw-manifest.ts';

/** What a component has to be sent so that its run can be recognised, and so that it knows what to release. */
export function checkSent({ defaults = {} }: RawManifest, components: Components): FaultList[] {
  const [nonces, versions] = [collectFaults(), collectFaults()];
  for (const [id, component] of components) {
    const sent = namesSent({ ...defaults.inputs, ...component.inputs });
    const at = ['components', id];
    const own = dispatchKind(component);
    if ((own ?? dispatchKind(defaults)) === 'event-type' && component.workflow === undefined && !sent.has('nonce')) {
      const message = () =>
        `Component ${id} is started by an event, and its inputs carry no {nonce}: nobody could find its run, and every resume would release it again. Add to its inputs: nonce: "{nonce}", and show it in the run-name of its workflow: [\${{ github.event.client_payload.nonce }}].`;
      nonces.add(own === undefined ? at : [...at, 'event-type'], message, 'key');
    }
    const { package: published } = component;
    const waits = published !== undefined && Object.keys(published).length > 0;
    if (waits && !sent.has('version') && !sent.has('release-type')) {
      const message = () =>
        `Component ${id}: the train waits until its package is served, but its inputs carry neither {version} nor {release-type}: its workflow cannot know what to release, and the train would wait for nothing. Add to its inputs: version: "{version}".`;
      versions.add(at, message, 'key');
    }
  }
  return [nonces, versions];
}

/** Components whose run only GitHub's own answer to the dispatch names: one warning for all. */
export function unnamedRuns({ defaults = {} }: RawManifest, components: Components): TrainFault[] {
  const unnamed = components.filter(
    ([, component]) =>
      (dispatchKind(component) ?? dispatchKind(defaults)) === 'workflow' &&
      !namesSent({ ...defaults.inputs, ...component.inputs }).has('nonce'),
  );
  const [first] = unnamed;
  if (!first) return [];
  const message = `The inputs of ${listed(unnamed.map(([id]) => id))} carry no {nonce}: only GitHub's own answer to a dispatch then says which run it became, and a server before GHES 3.21 does not. Add nonce: "{nonce}".`;
  return [{ at: ['components', first[0]], key: 'key', message }];
}

function namesSent(inputs: RawInputs): Set<string> {
  return new Set(Object.values(inputs).flatMap((value) => (typeof value === 'string' ? namesIn(value) : [])));
}
