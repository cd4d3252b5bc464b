import { KnownError, messageOf, UserError } from '../../platform/errors.ts';
import { quote } from '../../platform/text/wording.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import { discoveredServices } from '../discovery.ts';
import type { Condition } from '../health/condition.ts';
import { factsOf, type Service } from '../service.ts';
import type { RegisterOutcome, Tools } from './register.ts';

export interface WantedDiscovery {
  /** The service that the document is about to be asked for; undefined where the document itself is all that is wanted. */
  readonly name: string | undefined;
  /** The version that it should be named in, where the document tells versions. */
  readonly version: string | undefined;
  /** Whether the registry is to rebuild the document first. */
  readonly refresh: boolean;
  /** Milliseconds to wait until the document names the service; it is read once where not given. */
  readonly waitMs: number | undefined;
  /** When the document names the service, instead of by its name and version. */
  readonly condition: Condition | undefined;
}

export interface Discovery {
  readonly outcome: RegisterOutcome;
  /** The document as it was served; undefined where it could not be read. */
  readonly document?: unknown;
}

const PAUSE_MS = 3_000;

/** Fetches the discovery document, after a refresh where that is wanted, and waits until it names the service. */
export async function discover(wanted: WantedDiscovery, tools: Tools): Promise<Discovery> {
  try {
    const refreshes = wanted.refresh && !tools.dryRun;
    if (refreshes) await tools.registry.refresh();
    const { document, lacking } = await untilNamed(wanted, tools);
    if (lacking !== undefined && wanted.waitMs !== undefined) {
      const reason = `After ${formatDuration(wanted.waitMs)} ${lacking}.`;
      return { document, outcome: { result: 'failed', reason, differences: [], notes: [] } };
    }
    const service = wanted.name === undefined ? undefined : await tools.registry.read(wanted.name);
    const facts = service && factsOf(service);
    const notes = notesOn(document, { wanted, service: facts, lacking, dryRun: tools.dryRun });
    const result = refreshes ? 'updated' : 'unchanged';
    return { document, outcome: { result, changes: [], notes, ...(facts ? { service: facts } : {}) } };
  } catch (error) {
    if (!(error instanceof KnownError)) throw error;
    return { outcome: { result: 'failed', reason: error.message, differences: [], notes: [] } };
  }
}

/** The document as it was last read, and what it lacks; it is read again as long as there is time. */
async function untilNamed(
  wanted: WantedDiscovery,
  { registry, clock, signal }: Tools,
): Promise<{ document: unknown; lacking: string | undefined }> {
  const until = clock.now() + (wanted.waitMs ?? 0);
  for (;;) {
    const late = clock.now() + PAUSE_MS >= until;
    try {
      const document = await registry.discover();
      const lacking = whatLacks(document, wanted);
      if (lacking === undefined || late) return { document, lacking };
    } catch (error) {
      if (!(error instanceof KnownError) || error.kind !== 'passing' || late) throw error;
    }
    await clock.sleep(PAUSE_MS, signal);
  }
}

function whatLacks(document: unknown, { name, version, condition }: WantedDiscovery): string | undefined {
  if (condition) {
    const refuted = condition.refuted({ ...NO_FACTS, body: document });
    return refuted === undefined ? undefined : `discovery-condition does not hold: ${refuted}`;
  }
  if (name === undefined) return undefined;
  const found = discoveredServices(document).filter((one) => one.name === name);
  if (found.length === 0) return `the discovery document does not name ${name}`;
  const others = found.flatMap((one) => one.version ?? []);
  if (version === undefined || others.length === 0 || others.includes(version)) return undefined;
  return `the discovery document names ${name} in version ${others.join(', ')}, expected ${version}`;
}

const NO_FACTS = { status: 200, headers: {}, text: '', latency: 0, certificate: undefined, captured: {} };

function notesOn(
  document: unknown,
  {
    wanted: { name, refresh, condition },
    service,
    lacking,
    dryRun,
  }: { wanted: WantedDiscovery; service: Service | undefined; lacking: string | undefined; dryRun: boolean },
): string[] {
  const notes = refresh && dryRun ? ['Dry run: it was not refreshed.'] : [];
  // With a condition of one's own the document may have any form.
  const count = condition ? undefined : discoveredServices(document).length;
  if (count !== undefined) notes.push(`The discovery document names ${count} ${count === 1 ? 'service' : 'services'}.`);
  if (lacking !== undefined) notes.push(`${lacking.charAt(0).toUpperCase()}${lacking.slice(1)}.`);
  const version = service?.version === undefined ? '' : ` in version ${service.version}`;
  if (name !== undefined) notes.push(service ? `${name} is registered${version}.` : `${name} is not registered.`);
  return notes;
}

/** The condition in the input discovery-condition. Throws a UserError where it is not valid. */
export async function parseDiscoveryCondition(source: string | undefined): Promise<Condition | undefined> {
  if (source === undefined) return undefined;
  const { loadConditions } = await import('../health/condition.ts');
  const conditions = await loadConditions();
  try {
    return conditions.compile(source);
  } catch (error) {
    throw new UserError(`Input discovery-condition: ${messageOf(error)}. The condition is ${quote(source)}.`);
  }
}
