import type { Publisher } from '../../../packages/registries/pypi-provenance.ts';
import { KnownError } from '../../../platform/errors.ts';
import { listed } from '../../../platform/text/wording.ts';
import type { Component } from '../../../train/manifest/manifest.ts';
import { packagesOf } from '../../../train/manifest/packages.ts';
import { releaseWorkflow, served } from '../component-facts.ts';
import type { Trouble } from '../finding.ts';
import type { CheckOf, Pass } from '../pass.ts';

function namesOf(component: Component): string[] {
  return packagesOf(component).flatMap((one) => ('pypi' in one ? [one.pypi] : []));
}

const pypiName: CheckOf<'component'> = {
  ...{ check: 'pypi-name', area: 'pypi', of: 'component' },
  async run({ component }, pass) {
    const missing = await Promise.all(
      namesOf(component).map(async (pypi) => ((await served({ pypi }, pass)) === undefined ? [pypi] : [])),
    );
    return missing.flat().map((name) => ({
      severity: 'warning',
      seen: `The Python index knows no package named ${name}: unless a pending publisher is set up for it, its first release fails.`,
      expected: 'a package, or a pending publisher in your account',
      fix: 'Add a pending publisher for this repository and workflow file, or correct the name in the manifest.',
      link: 'https://pypi.org/manage/account/publishing/',
      at: ['components', component.id, 'package'],
    }));
  },
};

/** What a trusted publisher of PyPI is bound to. https://docs.pypi.org/trusted-publishers/ */
interface Binding {
  readonly repository: string;
  /** The name of the workflow's file. */
  readonly workflow: string;
  /** Environments of the jobs that publish; undefined where that cannot be said. */
  readonly environments: readonly string[] | undefined;
}

/** Why a publisher is none of this workflow; undefined where it is. */
function foreignPublisher(found: Publisher, { repository, workflow, environments }: Binding): string | undefined {
  if (found.kind !== 'GitHub') return `by ${found.kind}${found.repository === '' ? '' : ` (${found.repository})`}`;
  const differences = [
    ...(found.repository.toLowerCase() === repository.toLowerCase() ? [] : [`by ${found.repository}`]),
    ...(found.workflow === workflow ? [] : [`by the workflow ${found.workflow}, not ${workflow}`]),
    ...(found.environment === undefined || !environments || environments.includes(found.environment)
      ? []
      : [`in the environment ${found.environment}, not ${listed(environments, 'or') || 'without one'}`]),
  ];
  return differences.length === 0 ? undefined : differences.join('; ');
}

/** What was published last tells whether a trusted publisher is set up for this repository, this file and this environment. */
const pypiProvenance: CheckOf<'component'> = {
  ...{ check: 'pypi-provenance', area: 'pypi', of: 'component' },
  async run({ component }, pass) {
    const names = namesOf(component);
    const workflow = names.length > 0 ? await releaseWorkflow(component, pass) : undefined;
    if (!workflow?.file.asksForIdentity) return [];
    const binding = {
      repository: component.repository,
      workflow: workflow.path.split('/').at(-1) ?? '',
      environments: workflow.file.publishingEnvironments,
    };
    const found = await Promise.all(names.map((name) => publisherTrouble(name, binding, pass)));
    return found.flatMap((one) => one ?? []);
  },
};

async function publisherTrouble(name: string, binding: Binding, { registry }: Pass): Promise<Trouble | undefined> {
  const looked = await registry.publisher(name);
  // Of a name that nobody knows there is a finding of its own.
  if (looked.state === 'absent') return undefined;
  if (looked.state !== 'published' && looked.state !== 'unproven')
    throw new KnownError(looked.state === 'unreachable' ? 'passing' : 'fault', `${name}: ${looked.detail}.`);
  const { repository, workflow, environments } = binding;
  const [owner = '', repositoryName = ''] = repository.split('/');
  const foreign = looked.state === 'published' ? foreignPublisher(looked.publisher, binding) : undefined;
  if (looked.state === 'published' && foreign === undefined) return undefined;
  const environment = environments?.[0];
  return {
    severity: foreign === undefined ? 'info' : 'error',
    seen:
      looked.state === 'unproven'
        ? `Whether a trusted publisher of PyPI is set up for ${workflow} cannot be seen of ${looked.file}: ${looked.detail}.`
        : `${looked.file} was published ${foreign}. A trusted publisher is for one repository, one workflow file and one environment, and PyPI refuses all others (invalid-publisher).`,
    expected: `a provenance of ${repository} and ${workflow}`,
    fix: `Add a trusted publisher: owner ${owner}, repository ${repositoryName}, workflow ${workflow}${environment === undefined ? '' : `, environment ${environment}`}.`,
    link: `https://pypi.org/manage/project/${encodeURIComponent(name)}/settings/publishing/`,
  };
}

export const pythonPackageChecks = [pypiName, pypiProvenance] as const;
