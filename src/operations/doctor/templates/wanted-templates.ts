import type { Declared } from '../../../services/register/definition.ts';
import type { Component, Manifest } from '../../../train/manifest/manifest.ts';
import { packagesOf } from '../../../train/manifest/packages.ts';
import type { Hub, HubSource } from '../../hub/hub-file.ts';
import { WORKFLOWS } from '../workflow-files.ts';

/** A template that a repository should have. */
export interface WantedTemplate {
  /** `owner/name` */
  readonly repository: string;
  readonly template: string;
  /** Where it belongs: `.github/workflows/release.yml`. */
  readonly path: string;
  /** Whose it is: what its placeholders are filled in from. */
  readonly source?: HubSource;
  readonly components?: readonly Component[];
  readonly service?: Declared;
  /** A file without which it is of no use there. */
  readonly onlyBeside?: string;
  /** A file beside which something else does its work, and what. */
  readonly notBeside?: { readonly path: string; readonly why: string };
}

/** A workflow that a repository should have, and that no template is for. */
export interface NoTemplate extends Pick<WantedTemplate, 'repository' | 'path'> {
  readonly why: string;
}

export type Wanted = WantedTemplate | NoTemplate;

const CHANGESETS = '.changeset/config.json';
/** What deploy-frontend.yml has a job for. */
export const PLATFORMS: readonly string[] = ['android', 'ios', 'web', 'desktop'];

/** The templates of a train: what releases or deploys each component, what rolls it back, and beside the manifest the train itself and the doctor. */
export function templatesOfTrain(manifest: Manifest, home: string | undefined): Wanted[] {
  // Components of one repository may share a workflow.
  const byFile = Map.groupBy(manifest.components, ({ dispatch, repository }) =>
    'workflow' in dispatch && /\.ya?ml$/.test(dispatch.workflow)
      ? `${repository.toLowerCase()} ${dispatch.workflow}`
      : undefined,
  );
  byFile.delete(undefined);
  const own = [...byFile.values()].flatMap((sharing) => templateOf(sharing, manifest) ?? []);
  const rollbacks = manifest.components.flatMap(({ repository, rollback }) =>
    rollback && /\.ya?ml$/.test(rollback.workflow)
      ? [{ repository, template: 'rollback.yml', path: `${WORKFLOWS}/${rollback.workflow}` }]
      : [],
  );
  const scans = own.flatMap((one) =>
    'template' in one && one.template.startsWith('deploy-') ? [securityScan(one.repository)] : [],
  );
  return once([...own, ...rollbacks, ...scans, ...(home === undefined ? [] : atHomeOf(manifest, home))]);
}

/** What is for a workflow file that these components share; undefined for what is none of ours to know. */
function templateOf(components: readonly Component[], manifest: Manifest): Wanted | undefined {
  const [first] = components;
  if (!first || !('workflow' in first.dispatch)) return undefined;
  const place = { repository: first.repository, path: `${WORKFLOWS}/${first.dispatch.workflow}` };
  const none = (why: string): NoTemplate => ({ ...place, why });
  const packages = components.flatMap(packagesOf);
  if (packages.length === 0) return manifest.environments.length > 0 ? deploying(components, place) : undefined;
  const kinds = new Set(packages.map((one) => ('npm' in one ? 'npm' : 'pypi')));
  if (packages.length > 1 || first.directory !== undefined)
    return none(
      'templates for a train release the one package at the root of a repository; a workspace is released by release-changesets.yml, without a train',
    );
  const template = kinds.has('npm') ? 'release.yml' : 'release-python.yml';
  const why = 'its changesets release it, by release-changesets.yml; take it out of the train, or the changesets away';
  return { ...place, template, components, notBeside: { path: CHANGESETS, why } };
}

function deploying(components: readonly Component[], place: Pick<WantedTemplate, 'repository' | 'path'>): Wanted {
  const platforms = components.flatMap(({ inputs: { platform } }) => (platform === undefined ? [] : [platform]));
  if (platforms.length === 0 && components.length === 1)
    return { ...place, template: 'deploy-backend.yml', components };
  const unknown = platforms.find((one) => !PLATFORMS.includes(one));
  if (platforms.length === components.length && unknown === undefined)
    return { ...place, template: 'deploy-frontend.yml', components };
  const shared = components.map(({ id }) => id).join(', ');
  return {
    ...place,
    why:
      unknown === undefined
        ? `${shared} share this workflow, and deploy-backend.yml deploys one`
        : `deploy-frontend.yml deploys to ${PLATFORMS.join(', ')}, not to ${unknown}`,
  };
}

function securityScan(repository: string): WantedTemplate {
  // It audits what npm has locked.
  return {
    ...{ repository, template: 'security-scan.yml' },
    ...{ path: `${WORKFLOWS}/security-scan.yml`, onlyBeside: 'package-lock.json' },
  };
}

function atHomeOf({ components, environments }: Manifest, home: string): WantedTemplate[] {
  const releases = components.some((one) => packagesOf(one).length > 0);
  const back = environments.length > 0 && components.some(({ rollback }) => rollback !== undefined);
  return [
    releases ? 'release-train.yml' : 'cross-repo-deploy.yml',
    ...(back ? ['rollback-deployment.yml'] : []),
    'doctor.yml',
  ].map((template) => atHome(home, template));
}

/** The templates of a hub: a trigger at each source, and the pipeline itself. */
export function templatesOfHub(hub: Hub, home: string): WantedTemplate[] {
  const triggers = hub.sources.map((source): WantedTemplate => {
    const { repository } = source;
    return { ...{ repository, source }, template: 'trigger-hub.yml', path: `${WORKFLOWS}/trigger-hub.yml` };
  });
  return [...triggers, atHome(home, 'hub.yml'), atHome(home, 'hub-status.yml')];
}

/** The deployment of each service, in the repository that it is deployed from; what several have there is for a person to write. */
export function templatesOfServices(services: readonly Declared[]): Wanted[] {
  const byRepository = Map.groupBy(services, ({ repository }) => repository?.toLowerCase());
  return [...byRepository.values()].flatMap(([service, ...more]): Wanted[] => {
    if (!service?.repository) return [];
    const place = { repository: service.repository, path: `${WORKFLOWS}/deploy-service.yml` };
    if (more.length === 0) return [{ ...place, template: 'deploy-service.yml', service }];
    const names = [service, ...more].map(({ name }) => name).join(', ');
    return [
      { ...place, why: `${names} are deployed from it, and deploy-service.yml deploys one: copy it once for each` },
    ];
  });
}

/** The release of a workspace by its changesets. */
export function templatesOfChangesets(home: string): WantedTemplate[] {
  return [{ repository: home, template: 'release-changesets.yml', path: `${WORKFLOWS}/release.yml` }];
}

function atHome(home: string, template: string): WantedTemplate {
  return { repository: home, template, path: `${WORKFLOWS}/${template}` };
}

/** A file is written once, for the one that named it first. */
function once(all: readonly Wanted[]): Wanted[] {
  const known = new Map<string, Wanted>();
  for (const one of all) {
    const key = `${one.repository.toLowerCase()} ${one.path}`;
    known.set(key, known.get(key) ?? one);
  }
  return [...known.values()];
}
