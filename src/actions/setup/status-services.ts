import { readServices } from '../../operations/status/services-view.ts';
import type { ServicesView } from '../../operations/status/status.ts';
import { namedPath } from '../../platform/files/path-inside.ts';
import type { Runner } from '../../platform/runner/action.ts';
import type { StatusInputs } from './status-world.ts';

/** The services' part, where a report of reconcile-services was given. */
export async function readServicesOf(
  { reconciliation }: StatusInputs,
  { workspace }: Runner,
): Promise<ServicesView | undefined> {
  return reconciliation === undefined
    ? undefined
    : readServices(await namedPath(workspace, reconciliation), reconciliation);
}
