import { createSenders } from '../../src/engine/runs/dispatched-by.ts';
import { follow } from '../../src/engine/runs/follow.ts';
import type { RunEvent, RunSurroundings, WantedRun } from '../../src/engine/runs/wanted-run.ts';
import type { ChildWorld } from './child-world.ts';

export const NONCE = 'ra00.service.1';

/** What following a run tells, in virtual time, to its end. */
export async function followed(
  { repository, clock, runner }: ChildWorld,
  changes: Partial<Omit<WantedRun, 'nonce'>> & { readonly nonce?: string | undefined } = {},
  surroundings: Partial<RunSurroundings> = {},
): Promise<RunEvent[]> {
  const { nonce = NONCE, ...others } = changes;
  const wanted: WantedRun = {
    repository,
    target: { workflow: 'release.yml', ref: 'main', inputs: { version: '1.0.0', nonce: NONCE } },
    intendedAt: clock.now(),
    sent: 'fresh',
    senders: createSenders(),
    deadline: clock.now() + 60 * 60_000,
    timeoutMs: 60 * 60_000,
    onTimeout: 'cancel',
    approval: { timeoutMs: 72 * 60 * 60_000, onTimeout: 'leave' },
    ...others,
    ...('nonce' in changes && changes.nonce === undefined ? {} : { nonce }),
  };
  const events: RunEvent[] = [];
  const all = async () => {
    for await (const event of follow(wanted, { ...runner, ...surroundings })) events.push(event);
  };
  await clock.run(all(), { limit: 30 * 24 * 60 * 60_000 });
  return events;
}
