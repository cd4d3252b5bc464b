import { resolve } from 'node:path';
import { distributionsIn } from '../packages/publish/distributions.ts';
import { parsePackage } from '../packages/registries/package.ts';
import { UserError } from '../platform/errors.ts';
import { defineAction } from '../platform/runner/action.ts';
import { optional, required, text } from '../platform/runner/inputs.ts';
import { quote } from '../platform/text/wording.ts';

/** Refuses a folder that holds anything but distributions of one version of one Python package, before a job that may publish does. */
export default defineAction({
  inputs: { package: required(text), folder: optional(text, 'dist') },
  checks: [({ package: given }) => pythonPackage(given)],
  async run({ package: given, folder }, { workspace, log }) {
    const files = await distributionsIn(resolve(workspace, folder), pythonPackage(given), folder);
    log.info(`${given}: ${files.join(', ')}`);
  },
});

function pythonPackage(given: string) {
  const python = parsePackage(`pypi:${given}`);
  if (!(python instanceof Error)) return python;
  throw new UserError(`Input package: ${quote(given)} is not valid: ${python.message}.`);
}
