import type { Manifest } from '../../../train/manifest/manifest.ts';
import { packagesOf } from '../../../train/manifest/packages.ts';
import type { Hub, Source } from '../../hub/hub-file.ts';

/** A template that a repository should have. */
export interface WantedTemplate {
  /** `owner/name` */
  readonly repository: string;
  readonly template: string;
  /** Where it belongs: `.github/workflows/release.yml`. */
  readonly path: string;
  readonly source?: Source;
}

const FOLDER = '.github/workflows';

/** The templates of a train: the release of each npm package, and beside the manifest the train itself and the doctor. */
export function templatesOfTrain(manifest: Manifest, home: string | undefined): WantedTemplate[] {
  const releases = manifest.components.flatMap((component): WantedTemplate[] => {
    const { dispatch, repository } = component;
    const isNpm = packagesOf(component).some((one) => 'npm' in one);
    if (!isNpm || !('workflow' in dispatch) || !/\.ya?ml$/.test(dispatch.workflow)) return [];
    return [{ repository, template: 'release.yml', path: `${FOLDER}/${dispatch.workflow}` }];
  });
  // Components of one repository may share a workflow.
  const once = new Map(releases.map((one) => [`${one.repository.toLowerCase()} ${one.path}`, one]));
  const runs = releases.length > 0 ? ['release-train.yml', 'doctor.yml'] : ['cross-repo-deploy.yml', 'doctor.yml'];
  return [...once.values(), ...(home === undefined ? [] : runs.map((template) => atHome(home, template)))];
}

/** The templates of a hub: a trigger at each source, and the pipeline itself. */
export function templatesOfHub(hub: Hub, home: string): WantedTemplate[] {
  const triggers = hub.sources.map((source): WantedTemplate => {
    const { repository } = source;
    return { ...{ repository, source }, template: 'trigger-hub.yml', path: `${FOLDER}/trigger-hub.yml` };
  });
  return [...triggers, atHome(home, 'hub.yml'), atHome(home, 'hub-status.yml')];
}

function atHome(home: string, template: string): WantedTemplate {
  return { repository: home, template, path: `${FOLDER}/${template}` };
}
