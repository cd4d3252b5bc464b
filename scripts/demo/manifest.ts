import { resolveManifestFile } from '../../src/engine/planning/open-manifest.ts';
import { type Fault, KnownError, messageOf } from '../../src/platform/errors.ts';
import { map } from '../../src/platform/runner/inputs.ts';
import { listed } from '../../src/platform/text/wording.ts';
import type { Manifest } from '../../src/train/manifest/manifest.ts';
import { mistake } from '../arguments.ts';

/** The manifest of a file; ends the demo where it has faults, with all of them. */
export async function manifestOrExit(path: string): Promise<Manifest> {
  try {
    const { manifest } = await resolveManifestFile(path);
    return manifest;
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return faultsMistake(error.faults);
  }
}

/** Ends the demo with what is wrong with a file, a line each. */
export function faultsMistake(faults: readonly Fault[]): never {
  const lines = faults.map(({ file, line, column, message }) =>
    file === undefined || line === undefined ? message : `${file}:${line}:${column ?? 1}: ${message}`,
  );
  return mistake(lines.join('\n'), 'Nothing was started.');
}

/** Whether this manifest can only deploy: it has environments, and nothing that a registry would serve. */
export function onlyDeploys({ environments, components }: Manifest): boolean {
  return environments.length > 0 && components.every((component) => component.package === undefined);
}

/** Ends the demo where one of the ids that --fail names is no component. */
export function verifyFail(fail: readonly string[], { components }: Manifest): void {
  const unknown = fail.filter((id) => !components.some((component) => component.id === id));
  if (unknown.length === 0) return;
  mistake(
    `--fail ${unknown.join(', ')}: the manifest has no such component`,
    `It has ${listed(components.map(({ id }) => id))}.`,
  );
}

/** The versions of --versions, in the form of the action's input. */
export async function versionsOrExit(text: string): Promise<Readonly<Record<string, string>>> {
  try {
    return await map(text);
  } catch (error) {
    return mistake(`--versions ${text}: ${messageOf(error)}`, `Such as: --versions '{"backend": "2.1.0"}'`);
  }
}
