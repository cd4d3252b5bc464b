import { KnownError, messageOf } from '../../../platform/errors.ts';
import { DAY_MS, formatDuration } from '../../../platform/time/duration.ts';
import type { Trouble } from '../finding.ts';
import type { CheckOf, Pass, SubjectOf } from '../pass.ts';

const SOON_MS = 14 * DAY_MS;
/** What a pass over one repository costs, at most. */
const REQUESTS_EACH = 9;

interface RateLimits {
  readonly resources: { readonly core: { readonly limit: number; readonly remaining: number; readonly reset: number } };
}

/** What GitHub says of the token for an owner; asking is free of its rate limit. */
function limitsOf({ repositories: [first = ''] }: SubjectOf<'owner'>, { repositoryFor }: Pass): Promise<RateLimits> {
  return repositoryFor(first).client.read<RateLimits>('GET /rate_limit');
}

/** The same for those who leave it to `token-works` to tell that GitHub did not say. */
async function knownLimits(owner: SubjectOf<'owner'>, pass: Pass): Promise<RateLimits | undefined> {
  try {
    return await limitsOf(owner, pass);
  } catch (error) {
    if (error instanceof KnownError && error.kind === 'passing') return undefined;
    throw error;
  }
}

/** Whether there is a token for an owner, and GitHub takes it. Everything of that owner depends on it. */
const tokenWorks: CheckOf<'owner'> = {
  ...{ check: 'token-works', area: 'token', of: 'owner', gate: true },
  async run(owner, pass) {
    try {
      await limitsOf(owner, pass);
      return [];
    } catch (error) {
      pass.signal.throwIfAborted();
      if (!(error instanceof KnownError) || error.kind === 'paused') throw error;
      return [
        {
          severity: error.kind === 'fault' ? 'error' : 'warning',
          seen: `The repositories of ${owner.name} could not be looked at: ${messageOf(error)}`,
          expected: `a token (or an App that is installed) for ${owner.name}, which GitHub takes`,
          fix: `Give the owner's token by the input tokens:`,
          paste: `${owner.name}: \${{ secrets.${variableFor(owner.name)} }}`,
        },
      ];
    }
  },
};

/** A token that ends in the middle of a train takes the train with it. */
const tokenExpires: CheckOf<'owner'> = {
  ...{ check: 'token-expires', area: 'token', of: 'owner' },
  async run(owner, pass) {
    if (!(await knownLimits(owner, pass))) return [];
    const at = pass.repositoryFor(owner.repositories[0] ?? '').client.usage.tokenExpiresAt;
    if (at === undefined || at - pass.now > SOON_MS) return [];
    const left = at - pass.now;
    const trouble: Trouble = {
      severity: left < DAY_MS ? 'error' : 'warning',
      seen: `The token for ${owner.name} ends on ${new Date(at).toISOString().slice(0, 10)}, in ${formatDuration(Math.max(0, Math.floor(left / 3_600_000)) * 3_600_000)}.`,
      expected: 'a token that lives for two more weeks, or an App, which mints its own',
      fix: 'Make it again, and put it into the secret.',
      link: `${pass.serverUrl}/settings/personal-access-tokens`,
    };
    return [trouble];
  },
};

/** A pass over many repositories may need more than the hour has left. */
const tokenBudget: CheckOf<'owner'> = {
  ...{ check: 'token-budget', area: 'token', of: 'owner' },
  async run(owner, pass) {
    const limits = await knownLimits(owner, pass);
    if (!limits) return [];
    const { limit, remaining, reset } = limits.resources.core;
    const needed = owner.repositories.length * REQUESTS_EACH;
    if (remaining >= needed) return [];
    return [
      {
        severity: 'warning',
        seen: `The token for ${owner.name} has ${remaining} of its ${limit} requests left in this hour; looking at ${owner.repositories.length} repositories may take ${needed}.`,
        expected: `${needed} requests`,
        fix: `Run the doctor again after ${new Date(reset * 1000).toISOString().slice(0, 16)}Z, or give ${owner.name} a token of its own.`,
      },
    ];
  },
};

export const ownerChecks = [tokenWorks, tokenExpires, tokenBudget] as const;

/** `acme-tools` → `ACME_TOOLS_TOKEN`. */
export function variableFor(owner: string): string {
  const name = owner.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  return `${/^\d|^GITHUB_/.test(name) ? `_${name}` : name}_TOKEN`;
}
