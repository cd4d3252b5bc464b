import { join } from 'node:path';
import { fileFromHere, mistake } from '../arguments.ts';
import { root } from '../project.ts';
import { deploymentStory } from './deployment.ts';
import { manifestOrExit, onlyDeploys, verifyFail, versionsOrExit } from './manifest.ts';
import type { Rehearsal } from './rehearsal.ts';
import { trainStory } from './train.ts';

const EXAMPLE = 'examples/eda-ecosystem/release-train.yml';

/** What the command line of a rehearsal says. */
export interface RehearsalArguments {
  readonly manifest: string | undefined;
  readonly 'release-type': string | undefined;
  readonly packages: string | undefined;
  readonly dependents: boolean;
  readonly strategy: string | undefined;
  readonly 'max-parallel': number | undefined;
  readonly 'on-failure': string | undefined;
  readonly 'prerelease-id': string | undefined;
  readonly advance: boolean;
  readonly environment: string | undefined;
  readonly versions: string | undefined;
  readonly fail: readonly string[];
  readonly again: boolean;
  readonly kill: boolean;
  readonly 'no-token': readonly string[];
  readonly keep: boolean;
  readonly markdown: boolean;
}

/** Rehearses a manifest, or the example; whether it went as it should. */
export async function rehearse(given: RehearsalArguments): Promise<boolean> {
  const { manifest: path = join(root, EXAMPLE), environment, fail } = given;
  const file = fileFromHere('--manifest', path);
  const manifest = await manifestOrExit(file);
  verifyFail(fail, manifest);
  const deploys = environment !== undefined || onlyDeploys(manifest);
  if (given.versions !== undefined && !deploys)
    mistake(
      '--versions: a release gets its versions by --release-type',
      'With --environment NAME it is a deployment, which takes them.',
    );
  const rehearsal: Rehearsal = {
    ...{ file, manifest, fail: [...fail], again: given.again, kill: given.kill, advance: given.advance },
    ...{ withoutToken: given['no-token'], keep: given.keep, markdown: given.markdown },
    inputs: inputsOf(given),
  };
  if (!deploys) return trainStory(rehearsal, given['release-type'] ?? 'patch');
  return deploymentStory(rehearsal, {
    environment,
    versions: await versionsOrExit(given.versions ?? '{}'),
    shown: path,
  });
}

/** The inputs of the train that are handed on as they are. */
function inputsOf(given: RehearsalArguments): Record<string, string> {
  const inputs: Readonly<Record<string, string | undefined>> = {
    packages: given.packages,
    'include-dependents': given.dependents ? 'true' : undefined,
    strategy: given.strategy,
    'max-parallel': given['max-parallel']?.toString(),
    'on-failure': given['on-failure'],
    'prerelease-id': given['prerelease-id'],
  };
  return Object.fromEntries(
    Object.entries(inputs).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
