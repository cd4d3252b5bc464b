import { resolve } from 'node:path';
import { distributionsIn } from '../packages/publish/distributions.ts';
import { parsePackage } from '../packages/registries/package.ts';
import { defineAction } from '../platform/runner/action.ts';
import { optional, required, text } from '../platform/runner/inputs.ts';

/** Refuses a folder that holds anything but distributions of one version of one Python package, before a job that may publish does. */
export default defineAction({
  inputs: { package: required(pythonPackage), folder: optional(text, 'dist') },
  async run({ package: wanted, folder }, { workspace, log }) {
    const files = await distributionsIn(resolve(workspace, folder), wanted, folder);
    log.info(`${wanted.name}==${wanted.version}: ${files.join(', ')}`);
  },
});

function pythonPackage(given: string) {
  const python = parsePackage(`pypi:${given}`);
  if (python instanceof Error) throw python;
  return python;
}
