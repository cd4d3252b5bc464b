import assert from 'node:assert/strict';
import { scenario } from '../scenario.ts';

const caller = `name: Caller
on:
  workflow_dispatch:
    inputs:
      mode: { type: string, required: true }
permissions: {}
jobs:
  call:
    runs-on: ubuntu-latest
    permissions: {}
    steps:
      - id: child
        uses: org/release-actions/dispatch-and-wait@v1
        with:
          repository: family/child
          workflow: child.yml
          inputs: '{ "mode": "\${{ inputs.mode }}" }'
          nonce-input: nonce
          outputs-artifact: outputs
          timeout: 2m
          token: \${{ secrets.MY_ORG_TOKEN }}
      - run: echo "The child said $SAID"
        env: { SAID: "\${{ fromJSON(steps.child.outputs.outputs).said }}" }
`;

const child = `name: Child
run-name: Child \${{ inputs.mode }} [\${{ inputs.nonce }}]
on:
  workflow_dispatch:
    inputs:
      mode: { type: string, required: true }
      nonce: { type: string }
permissions: {}
jobs:
  work:
    runs-on: ubuntu-latest
    permissions: {}
    steps:
      - name: Work
        env: { MODE: "\${{ inputs.mode }}" }
        run: |
          case "$MODE" in
            fails) echo 'The cake is a lie'; exit 3 ;;
            hangs) sleep 60 ;;
          esac
          echo '{ "said": "hello" }' > outputs.json
      - uses: actions/upload-artifact@v7
        with: { name: outputs, path: outputs.json }
`;

export default scenario(
  'dispatch-and-wait: a child that succeeds, one that fails, and one that is cancelled with its caller',
  async ({ world }) => {
    world.addRepository('family/child', { files: { '.github/workflows/child.yml': child } });
    world.addToken('family-token', ['family/child'], { actions: 'write' });
    world.addRepository('family/caller', {
      files: { '.github/workflows/caller.yml': caller },
      secrets: { MY_ORG_TOKEN: 'family-token' },
    });
    const call = (mode: string) => world.start('family/caller', 'caller.yml', { mode });

    const succeeding = await call('succeeds').ended;
    assert.equal(succeeding.conclusion, 'success');
    assert.match(succeeding.log, /The child said hello/, "the child's artifact became an output");

    const failing = await call('fails').ended;
    assert.equal(failing.conclusion, 'failure', 'a red child makes a red caller');
    assert.match(failing.log, /The cake is a lie/, "the end of the child's log is in the caller's");

    const cancelled = call('hangs');
    await world.until(
      ({ kind, repository, inputs }) =>
        kind === 'run-started' && repository === 'family/child' && inputs?.mode === 'hangs',
    );
    world.github.cancelByHuman('family/caller', cancelled.id);
    assert.equal((await cancelled.ended).conclusion, 'cancelled', 'the caller');
    const end = await world.until(
      ({ kind, repository, inputs }) =>
        kind === 'run-ended' && repository === 'family/child' && inputs?.mode === 'hangs',
    );
    assert.equal(end.conclusion, 'cancelled', 'the child');
  },
);
