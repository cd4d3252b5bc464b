import { readFile } from 'node:fs/promises';
import schema from '../../../hub.schema.json' with { type: 'json' };
import { byPlace, locate } from '../../engine/planning/located-faults.ts';
import { checkAgainstSchema } from '../../engine/planning/schema-check.ts';
import { type Fault, UserError } from '../../platform/errors.ts';
import { whyUnreadable } from '../../platform/text/why-unreadable.ts';
import { quote } from '../../platform/text/wording.ts';
import { parseYaml } from '../../platform/text/yaml.ts';
import type { TrainFault } from '../../train/manifest/faults.ts';

/** A repository whose events are listened to. */
export interface HubSource {
  /** `owner/name`, as the file writes it. */
  readonly repository: string;
  readonly events: readonly string[];
  /** Component → its folder in the repository. */
  readonly components: ReadonlyMap<string, string>;
  /** False for what is built and tested only. */
  readonly deploys: boolean;
}

/** The environment that a branch, or a pattern of branches, leads to. */
export interface EnvironmentRule {
  readonly branch: string;
  readonly environment: string;
  readonly deploys: boolean;
}

/** What `.github/hub.yml` says. */
export interface Hub {
  readonly sources: readonly HubSource[];
  /** The first that fits counts. */
  readonly environments: readonly EnvironmentRule[];
  /** Who may send events, in lower case; undefined where everybody may whose token can. */
  readonly senders: ReadonlySet<string> | undefined;
}

interface RawHub {
  readonly sources?: Readonly<
    Record<string, Partial<Omit<HubSource, 'components'>> & { components?: Record<string, string> }>
  >;
  readonly environments?: readonly (Partial<EnvironmentRule> | undefined)[];
  readonly senders?: readonly string[];
}

/** Reads a hub file; throws a UserError with every fault in it, each with file, line and column. */
export async function readHubFile(path: string, shownAs: string): Promise<Hub> {
  const read = await readHubText(path, shownAs);
  if ('faults' in read) throw new UserError(read.faults);
  return read.hub;
}

/** The same with its faults as a result; throws a UserError only where there is no file to read. */
export async function readHubText(path: string, shownAs: string): ReturnType<typeof readHub> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new UserError(
      `The hub file ${quote(shownAs)} cannot be read: ${whyUnreadable(error)}. Check the input hub-file, and that the repository is checked out before this step.`,
    );
  });
  return readHub(text, shownAs);
}

/** The hub that a text says, or every fault of syntax, structure and meaning in it. */
export async function readHub(
  text: string,
  file: string,
): Promise<{ readonly hub: Hub } | { readonly faults: readonly Fault[] }> {
  const parsed = await parseYaml(text);
  const document = 'faults' in parsed ? parsed.document : parsed;
  const syntax = 'faults' in parsed ? parsed.faults.map((fault) => ({ ...fault, file })) : [];
  if (!document) return { faults: syntax };
  const kind = { schema, name: 'hub file', holds: 'sources and environments' };
  const { faults, sound } = await checkAgainstSchema<RawHub>(document.value, kind);
  const all = [...syntax, ...locate([...faults, ...contradictions(sound)], document, file)];
  return all.length > 0 ? { faults: all.sort(byPlace) } : { hub: resolve(sound) };
}

function contradictions({ sources = {}, environments = [] }: RawHub): TrainFault[] {
  const names = Object.keys(sources);
  const twice = names.filter((name, index) => names.findIndex((one) => same(one, name)) < index);
  const unreachable = environments.flatMap((rule, index) => {
    const before = environments
      .slice(0, index)
      .find((one) => one?.branch !== undefined && covers(one.branch, rule?.branch));
    if (!before) return [];
    const message = `The rule for ${quote(rule?.branch)} never counts: the one for ${quote(before.branch)} before it fits first. Put it above, or take it out.`;
    return [{ at: ['environments', index, 'branch'], message }];
  });
  return [
    ...twice.map((name) => ({
      at: ['sources', name],
      key: 'key' as const,
      message: `The source ${quote(name)} is there twice: GitHub does not distinguish case in names.`,
    })),
    ...unreachable,
  ];
}

/** Whether every branch that fits the second fits the first, as far as it is plain to see. */
function covers(pattern: string, branch: string | undefined): boolean {
  if (branch === undefined) return false;
  if (pattern === branch || pattern === '**') return true;
  if (pattern === '*') return !branch.includes('/') && !branch.includes('**');
  const folder = /^([^*?[{]+\/)\*\*$/.exec(pattern)?.[1];
  return folder !== undefined && branch.startsWith(folder);
}

function resolve({ sources = {}, environments = [], senders }: RawHub): Hub {
  return {
    sources: Object.entries(sources).map(([repository, { events = [], components = {}, deploys = true }]) => ({
      ...{ repository, events, deploys },
      components: new Map(Object.entries(components)),
    })),
    environments: environments.map((rule) => ({
      ...{ branch: rule?.branch ?? '', environment: rule?.environment ?? '', deploys: rule?.deploys ?? true },
    })),
    senders: senders && new Set(senders.map((login) => login.toLowerCase())),
  };
}

/** The source of this name; GitHub does not distinguish case in names. */
export function sourceNamed(hub: Hub, repository: string): HubSource | undefined {
  return hub.sources.find((source) => same(source.repository, repository));
}

/** The first rule that fits the branch; case counts, `*` matches no slash, `**` does. */
export async function ruleFor(hub: Hub, branch: string): Promise<EnvironmentRule | undefined> {
  const { default: picomatch } = await import('picomatch');
  return hub.environments.find((rule) => rule.branch === branch || picomatch.isMatch(branch, rule.branch, PATTERN));
}

/** As GitHub's own branch filters read a pattern. */
const PATTERN = { dot: true, nonegate: true, noextglob: true, nobrace: true } as const;

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
