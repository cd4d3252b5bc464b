import { resolve } from 'node:path';
import { verifyRelease, verifyTarballs } from '../packages/publish/handed-over.ts';
import { homeOfProvenance } from '../packages/publish/own-repository-url.ts';
import { publishRelease } from '../packages/publish/publish.ts';
import { type PackedPackage, readRelease } from '../packages/publish/release-folder.ts';
import { cliRegistry } from '../packages/registries/package-registry.ts';
import { defineAction } from '../platform/runner/action.ts';
import { optional, text } from '../platform/runner/inputs.ts';
import { code, table } from '../platform/text/markdown.ts';
import { chosenChecks, chosenVersion, knownRelease } from './setup/known-release.ts';

/** Publishes a packed release to npm, each version once, whatever happened before. */
export default defineAction({
  inputs: { folder: optional(text, 'release'), ...chosenVersion },
  checks: chosenChecks,
  besides: [({ folder }, { workspace }) => readRelease(resolve(workspace, folder), folder)],
  async run({ folder: given, ...chosen }, runner) {
    const { workspace, env, log, outputs, clock, signal } = runner;
    const folder = resolve(workspace, given);
    const release = await readRelease(folder, given);
    const known = await knownRelease(chosen, runner);
    verifyRelease(release, known);
    await verifyTarballs(release, folder, known);
    const published: PackedPackage[] = [];
    const tell = async () => {
      await outputs.set('published', published.length > 0);
      await outputs.set(
        'published-packages',
        published.map(({ name, version }) => ({ name, version })),
      );
      const digests = published.map(({ name, version, integrity }) => [`npm:${name}@${version}`, integrity]);
      await outputs.set('integrity', Object.fromEntries(digests));
    };
    const specs = release.packages.map(
      ({ name, version, registry }) => `npm:${name}@${version}${registry === undefined ? '' : ` ${registry}`}`,
    );
    await outputs.set('packages', specs.join('\n'));
    await tell();

    const { lookUp, latest } = cliRegistry({ cwd: workspace, env, signal });
    await publishRelease(release, {
      lookUp,
      latest: ({ name, registry }) => latest({ npm: name, ...(registry !== undefined && { registry }) }),
      client: { cwd: workspace, env, signal, log },
      home: await homeOfProvenance(env, workspace),
      folder,
      clock,
      signal,
      log,
      onPublished: async (pkg) => {
        published.push(pkg);
        // Told one by one: a step that is cut off has told what it did.
        await tell();
      },
    });
    const rows = release.packages.map((pkg) => [
      code(`${pkg.name}@${pkg.version}`),
      published.includes(pkg) ? 'published now' : 'published before',
    ]);
    if (rows.length > 0) await outputs.summarise(`### npm\n\n${table(['Version', ''], rows)}`);
  },
});
