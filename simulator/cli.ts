/**
 * Serves an embedded GitHub with the repositories of a release train:
 *
 *   npm run simulator -- [MANIFEST] [--port PORT] [--run-ms MS] [--fail COMPONENT]
 *
 * MANIFEST is .github/release-train.yml where it is not given; PORT is 3000, and 0 is any that is free.
 */
import { fileFromHere, mistake, portMistake, readArguments } from '../scripts/arguments.ts';
import { messageOf } from '../src/platform/errors.ts';
import { isRecord } from '../src/platform/records.ts';
import { readText } from '../src/platform/text/edits.ts';
import { parseYaml } from '../src/platform/text/yaml.ts';
import { realClock } from '../src/platform/time/clock.ts';
import { addEcosystem, type EcosystemComponent } from './ecosystem.ts';
import { createGitHub } from './github.ts';

const { values, words } = readArguments(
  {
    port: { type: 'number', default: 3_000, max: 65_535 },
    'run-ms': { type: 'number', default: 10_000 },
    fail: { type: 'texts' },
  },
  { most: 1 },
);
const [manifest = '.github/release-train.yml'] = words;
const components = await readComponents(fileFromHere('MANIFEST', manifest));
const unknown = values.fail.filter((id) => !components.some((component) => component.id === id));
if (unknown.length > 0) mistake(`--fail ${unknown.join(', ')}: ${manifest} has no such component`);
const github = createGitHub({ clock: realClock, log: (line) => console.log(line) });
addEcosystem(github, components, { runMs: values['run-ms'], fail: values.fail });
github.addToken('local-token', {});
const { url } = await github.serve(values.port).catch((error: unknown) => portMistake(error, values.port));
console.log(`${components.length} components of ${manifest}:`);
for (const { id, repository } of components) console.log(`  ${id.padEnd(32)} ${repository}`);
console.log(`\nGITHUB_API_URL=${url}`);
console.log('GITHUB_TOKEN=local-token');
console.log(`npm registry:  ${url}/registry/npm/`);
console.log(`Python index:  ${url}/registry/pypi/simple/`);

interface WrittenComponent extends Omit<EcosystemComponent, 'id' | 'needs' | 'dispatch'> {
  readonly needs?: readonly string[];
  readonly workflow?: string;
  readonly 'event-type'?: string;
}

/** Reads only what the simulation needs; the train itself judges the manifest. */
async function readComponents(file: string): Promise<EcosystemComponent[]> {
  const text = await readText(file, `MANIFEST ${manifest}`).catch((error: unknown) => mistake(messageOf(error)));
  const parsed = await parseYaml(text ?? '');
  if ('faults' in parsed) mistake(`${file}: ${parsed.faults.map(({ message }) => message).join('; ')}`);
  const { components: written, defaults = {} } = (parsed.value ?? {}) as {
    components?: Record<string, WrittenComponent>;
    defaults?: { workflow?: string };
  };
  if (!isRecord(written) || !Object.values(written).every((one) => isRecord(one) && typeof one.repository === 'string'))
    mistake(
      `MANIFEST ${manifest}: expected a map components, each with its repository (${file})`,
      'README has a first manifest of twelve lines, and docs/manifest.md every key.',
    );
  return Object.entries(written).map(([id, { workflow, 'event-type': eventType, needs = [], ...rest }]) => ({
    ...rest,
    id,
    needs,
    dispatch: eventType ? { eventType } : { workflow: workflow ?? defaults.workflow ?? 'release.yml' },
  }));
}
