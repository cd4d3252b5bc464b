import type { Pass } from '../pass.ts';
import type { Placeholders } from './fill-template.ts';
import {
  templatesOfChangesets,
  templatesOfHub,
  templatesOfServices,
  templatesOfTrain,
  type Wanted,
} from './wanted-templates.ts';
import { readWorkspaceFacts } from './workspace-facts.ts';

type About = Pick<Pass, 'manifest' | 'hub' | 'homeName' | 'services' | 'usesChangesets'>;

/** The templates of everything that a pass is about. */
export function templatesOf({ manifest, hub, homeName: home, services, usesChangesets }: About): Wanted[] {
  return [
    ...(manifest ? templatesOfTrain(manifest, home) : []),
    ...(hub && home !== undefined ? templatesOfHub(hub, home) : []),
    ...templatesOfServices(services ?? []),
    ...(usesChangesets && home !== undefined ? templatesOfChangesets(home) : []),
  ];
}

/** What their placeholders stand for. */
export function placeholdersOf(pass: Pass): Promise<Placeholders> {
  return pass.once('placeholders', async () => ({
    ...{ bundle: pass.templates?.bundle, home: pass.homeName ?? '', hub: pass.hub },
    ...{ manifest: pass.manifest, manifestPath: pass.manifestPath },
    workspace: pass.usesChangesets ? await readWorkspaceFacts(pass.workspace) : undefined,
  }));
}
