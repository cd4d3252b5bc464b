import { pathInside } from '../platform/files/path-inside.ts';
import { defineAction } from '../platform/runner/action.ts';
import { verifyApp } from './setup/connect-github.ts';
import { doctorInputs, verifyOwners } from './setup/doctor-inputs.ts';
import { openNetwork } from './setup/network-inputs.ts';

/** Looks at everything that a train will need before it starts, and says what to do about what it finds; or drafts its manifest. */
export default defineAction({
  inputs: doctorInputs,
  checks: [
    verifyApp,
    openNetwork,
    ({ report }, { workspace, env }) => pathInside([workspace, env.RUNNER_TEMP], report),
    ({ draft }, { workspace, env }) => pathInside([workspace, env.RUNNER_TEMP], draft),
    verifyOwners,
  ],
  besides: [
    async (given, runner) => {
      if (given.operation === 'discover') return;
      await (await import('./setup/doctor-files.ts')).readDoctorFiles(given, runner);
    },
  ],
  async run(given, runner) {
    if (given.operation === 'discover') {
      const { discoverManifest } = await import('./setup/doctor-discover.ts');
      return discoverManifest(given, runner);
    }
    if (given.operation === 'install') {
      const { installTemplates } = await import('./setup/doctor-install.ts');
      return installTemplates(given, runner);
    }
    if (given.operation === 'self-test') {
      const { selfTest } = await import('./setup/doctor-self-test.ts');
      return selfTest(given, runner);
    }
    const { checkEcosystem } = await import('./setup/doctor-check.ts');
    return checkEcosystem(given, runner);
  },
});
