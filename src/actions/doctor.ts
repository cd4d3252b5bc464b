import { defineAction } from '../platform/runner/action.ts';
import { checkEcosystem } from './setup/doctor-check.ts';
import { doctorInputs } from './setup/doctor-inputs.ts';

/** Looks at everything that a train will need before it starts, and says what to do about what it finds. */
export default defineAction({
  inputs: doctorInputs,
  async run(given, runner) {
    await checkEcosystem(given, runner);
  },
});
