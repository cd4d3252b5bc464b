/**
 * Serves an embedded GitHub with the repositories of a release train:
 *
 *   npx node simulator/cli.ts [MANIFEST] [--port PORT] [--run-ms MS] [--fail COMPONENT]
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseYaml } from '../src/platform/text/yaml.ts';
import { realClock } from '../src/platform/time/clock.ts';
import { addEcosystem, type EcosystemComponent } from './ecosystem.ts';
import { createGitHub } from './github.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '3000' },
    'run-ms': { type: 'string', default: '10000' },
    fail: { type: 'string', multiple: true, default: [] },
  },
});
const manifest = positionals[0] ?? '.github/release-train.yml';
const components = await readComponents(manifest);
const github = createGitHub({ clock: realClock, log: (line) => console.log(line) });
addEcosystem(github, components, { runMs: Number(values['run-ms']), fail: values.fail });
github.addToken('local-token', {});
const { url } = await github.serve(Number(values.port));
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
  const parsed = await parseYaml(readFileSync(file, 'utf8'));
  if ('faults' in parsed) throw new Error(`${file}: ${parsed.faults.map(({ message }) => message).join('; ')}`);
  const { components: written = {}, defaults = {} } = parsed.value as {
    components?: Record<string, WrittenComponent>;
    defaults?: { workflow?: string };
  };
  return Object.entries(written).map(([id, { workflow, 'event-type': eventType, needs = [], ...rest }]) => ({
    ...rest,
    id,
    needs,
    dispatch: eventType ? { eventType } : { workflow: workflow ?? defaults.workflow ?? 'release.yml' },
  }));
}
