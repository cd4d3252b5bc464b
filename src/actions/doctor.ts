import { defineAction } from '../platform/runner/action.ts';
import { doctorInputs } from './setup/doctor-inputs.ts';

/** Looks at everything that a train will need before it starts, and says what to do about what it finds; or drafts its manifest. */
export default defineAction({
  inputs: doctorInputs,
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
