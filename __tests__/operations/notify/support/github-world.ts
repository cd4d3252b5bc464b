import type { FaultSchedule } from '../../../../simulator/faults.ts';
import { createGitHub } from '../../../../simulator/github.ts';
import { VirtualClock } from '../../../../simulator/virtual-clock.ts';
import { staticToken } from '../../../../src/platform/github/auth/tokens.ts';
import { createClient } from '../../../../src/platform/github/client/client.ts';
import { openRepository } from '../../../../src/platform/github/repository.ts';

export const START = Date.UTC(2026, 10, 25, 10);

/** An embedded GitHub with the repository acme/ops, in virtual time. */
export function opsWorld(faults?: FaultSchedule) {
  const clock = new VirtualClock(START);
  const github = createGitHub({ clock, ...(faults && { faults }) });
  github.addRepository({ owner: 'acme', name: 'ops', files: { 'README.md': '# Ops\n' } });
  github.addToken('secret', { owners: ['acme'], secondaryLimits: false });
  const common = { apiUrl: github.url, transport: github.transport, clock, writeGapMs: 0 };
  const repository = () => openRepository(createClient({ token: staticToken('secret'), ...common }), 'acme/ops');
  const issues = () => github.repository('acme/ops').issues;
  const run = <T>(work: Promise<T>): Promise<T> => clock.run(work, { limit: 30 * 86_400_000 });
  return { clock, github, repository, issues, run };
}
