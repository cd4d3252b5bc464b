import { lookUpCurrentVersions } from '../../../engine/planning/current-versions.ts';
import { versionSources } from '../../../engine/planning/version-sources.ts';
import { foreignOrigin } from '../../../packages/registries/provenance.ts';
import { UserError } from '../../../platform/errors.ts';
import { readRepository } from '../../../platform/github/repositories.ts';
import { packagesOf } from '../../../train/manifest/packages.ts';
import { isVersioned, sharedGroups } from '../../../train/plan/versioned.ts';
import { releaseWorkflow, served } from '../component-facts.ts';
import { packageFilesOf } from '../component-packages.ts';
import type { Trouble } from '../finding.ts';
import type { CheckOf } from '../pass.ts';
import { noSuchName, notServed, repositoryTrouble } from '../published-names.ts';
import { trustPublisher } from '../shell-commands.ts';

/** Trusted publishing creates no name: the first version of a package is published by hand. */
const npmName: CheckOf<'component'> = {
  ...{ check: 'npm-name', area: 'npm', of: 'component' },
  async run({ component }, pass) {
    const names = packagesOf(component).flatMap((one) => ('npm' in one ? [one.npm] : []));
    const missing = await notServed(
      names.map((npm) => ({ npm })),
      pass,
    );
    return missing.map(({ npm: name }) => ({
      severity: 'error',
      seen: noSuchName(name),
      expected: 'a first version that was published by hand, or the right name in the manifest',
      fix: 'In the folder of the package, publish a first version:',
      paste: 'npm publish --access public',
      at: ['components', component.id, 'package'],
    }));
  },
};

/** What was built last tells whether a trusted publisher is set up for this repository and this file. */
const npmProvenance: CheckOf<'component'> = {
  ...{ check: 'npm-provenance', area: 'npm', of: 'component' },
  async run({ component }, pass) {
    const workflow = await releaseWorkflow(component, pass);
    if (!workflow?.file.asksForIdentity) return [];
    const { path, file } = workflow;
    const names = packagesOf(component).flatMap((one) => ('npm' in one ? [one.npm] : []));
    const found = await Promise.all(names.map((name) => provenanceTrouble(name)));
    return found.flatMap((one) => one ?? []);

    async function provenanceTrouble(name: string): Promise<Trouble | undefined> {
      const latest = (await served({ npm: name }, pass))?.tags.latest;
      if (latest === undefined) return undefined;
      const looked = await pass.registry.lookUp({ ecosystem: 'npm', name, version: latest }, true);
      if (looked.state === 'unreachable') throw new UserError(`${name}: ${looked.detail}.`);
      if (looked.state !== 'served') return undefined;
      const { origin } = looked.facts;
      const wanted = { repository: `${pass.serverUrl}/${component.repository}`, workflow: path };
      const foreign = origin && foreignOrigin(origin, wanted);
      if (origin && foreign === undefined) return undefined;
      return {
        severity: origin ? 'error' : 'info',
        seen: origin
          ? `${name} ${latest} is published from elsewhere: ${foreign}. A trusted publisher is for one repository and one workflow file, and refuses all others with a 404.`
          : `${name} ${latest} has no provenance: whether a trusted publisher is set up for ${path} cannot be seen.`,
        expected: `a provenance of ${component.repository} and ${path}`,
        fix: 'Set the trusted publisher up (npm 11.15 or later):',
        paste: trustPublisher(name, {
          repository: component.repository,
          path,
          environment: file.publishingEnvironment,
        }),
        link: `https://www.npmjs.com/package/${name}/access`,
      };
    }
  },
};

/** npm refuses a package whose provenance names another repository than its package.json: after everything was built. */
const npmRepository: CheckOf<'component'> = {
  ...{ check: 'npm-repository', area: 'npm', of: 'component' },
  async run({ component }, pass) {
    const { repository } = component;
    const workflow = await releaseWorkflow(component, pass);
    if (!workflow?.file.asksForIdentity) return [];
    const facts = await readRepository(pass.repositoryFor(repository));
    if (facts.isPrivate) return [];
    const files = await packageFilesOf(component, pass);
    return files.flatMap(({ json, name, file }): Trouble[] => {
      if (!json || json.private) return [];
      const directory = file === 'package.json' ? undefined : file.slice(0, -'/package.json'.length);
      const home = { serverUrl: pass.serverUrl, repository: facts.name };
      const trouble = repositoryTrouble({ name, file, json, directory }, home);
      return trouble ? [trouble] : [];
    });
  },
};

/** A plan begins with the version that is there: found as the plan finds it. */
const versionKnown: CheckOf<'component'> = {
  ...{ check: 'version-known', area: 'manifest', of: 'component' },
  async run({ component }, pass) {
    const { manifest, signal } = pass;
    if (!manifest || !isVersioned(component, sharedGroups(manifest))) return [];
    const { sources, versions } = await pass.once('current versions', async () => {
      const registry = { versions: (pkg: Parameters<typeof served>[0]) => served(pkg, pass) };
      const sources = versionSources(pass.repositoryFor, registry, signal);
      return { sources, versions: await lookUpCurrentVersions(manifest.components, sources, { signal }) };
    });
    // What GitHub or a registry did not answer is no trouble of the component.
    await Promise.all([sources.tags(component.repository), ...packagesOf(component).map((one) => served(one, pass))]);
    const current = versions.get(component.id);
    if (!current || 'versions' in current) return [];
    const seen =
      'fault' in current
        ? current.fault
        : `Component ${component.id}: no current version was found (looked in ${current.lookedIn.join(', ')}).`;
    return [
      {
        severity: 'warning',
        seen,
        expected: 'a version in a registry, a tag, or its package.json',
        fix: 'Push a tag of what is there, say the form of its tags (tag: "v{version}"), or give the first train its version:',
        paste: `versions: '{"${component.id}": "1.0.0"}'`,
        at: ['components', component.id],
      },
    ];
  },
};

export const packageChecks = [npmName, npmProvenance, npmRepository, versionKnown] as const;
