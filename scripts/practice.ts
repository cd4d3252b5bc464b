/**
 * An embedded GitHub to practise on, with the sixteen repositories of the example and one to run trains in. It stays up until
 * Ctrl-C, forgets everything then, and prints what really happens: docs/getting-started.md.
 *
 *   npm run practice [-- --port PORT] [--run-ms MS]
 */
import { addEcosystem } from '../simulator/ecosystem.ts';
import { createGitHub } from '../simulator/github.ts';
import { resolveManifestFile } from '../src/engine/planning/open-manifest.ts';
import { realClock } from '../src/platform/time/clock.ts';
import { portMistake, readArguments } from './arguments.ts';
import { root } from './project.ts';

const { values } = readArguments({
  port: { type: 'number', default: 3_000, max: 65_535 },
  'run-ms': { type: 'number', default: 2_000 },
});
const runMs = values['run-ms'];
const { manifest } = await resolveManifestFile(`${root}/examples/eda-ecosystem/release-train.yml`);
const github = createGitHub({ clock: realClock, log: (line) => console.log(line) });
const times = { runMs, queuedMs: Math.min(1_000, runMs), registryLagMs: runMs };
addEcosystem(github, manifest.components, { ...times, declared: [] });
github.addRepository({ owner: 'your-org', name: 'releases', files: { 'README.md': '# Releases\n' } });
github.addToken('local-token', { secondaryLimits: false });
const { url } = await github.serve(values.port).catch((error: unknown) => portMistake(error, values.port));
for (const { repository } of manifest.components) console.log(repository);
console.log('your-org/releases, to run trains in\n\nIn another terminal:\n');
console.log(`export GITHUB_API_URL=${url} GITHUB_TOKEN=local-token`);
console.log(`export npm_config_registry=${url}/registry/npm/ PIP_INDEX_URL=${url}/registry/pypi/simple/\n`);
