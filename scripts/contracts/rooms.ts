/**
 * Who may import whom: the one table. `npm run check` fails on an import that it does not allow, and CONTRIBUTING shows it.
 *
 *   npx node scripts/contracts/rooms.ts            writes the table into CONTRIBUTING.md
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, posix } from 'node:path';
import { root } from '../project.ts';
import type { Finding } from './source.ts';

/** The subject of a room, and the rooms and files of src/ that its files may import beside their own room. */
interface Room {
  readonly holds: string;
  readonly mayImport: readonly string[];
  /** Packages that it may import; left out: any. */
  readonly packages?: readonly string[];
}

/** What asks nothing of the world, and so may stand under everybody. */
const GROUND = ['platform/errors.ts', 'platform/records.ts', 'platform/text', 'platform/time'];
const PLATFORM = ['platform'];
/** All that the pure heart knows of the rest. */
const PURE = ['train/graph.ts', 'platform/text', 'platform/time/duration.ts'];
const pure = { packages: ['semver'] } as const;

const ROOMS: Readonly<Record<string, Room>> = {
  'main.ts': { holds: 'picks the action by its name', mayImport: ['actions', 'platform/runner'] },
  actions: {
    holds: 'an action a file: read inputs, call one function, set outputs; `setup/` is what several share',
    mayImport: ['operations', 'engine', 'train', 'packages', 'services', 'platform'],
  },
  'operations/artifacts': {
    holds: 'what one repository hands to another, and what is kept of it for a rollback',
    mayImport: ['engine/stores', 'platform'],
  },
  'operations/doctor': {
    holds: 'what would stop a train before one starts; drafts of manifests, templates, a self-test',
    mayImport: ['operations', 'engine', 'train', 'packages', 'services', 'platform'],
  },
  'operations/hub': {
    holds: 'what a source repository tells of, whether that is believed, and which environment its branch leads to',
    mayImport: ['engine/planning', 'engine/stores', 'train/manifest', 'platform'],
  },
  'operations/notify': {
    holds: 'how people hear of a fact: channels, escalation, one issue a problem',
    mayImport: ['engine/drive', 'engine/stores', 'train', 'platform'],
  },
  'operations/status': {
    holds: 'where everything stands: board, page, figures, targets',
    mayImport: ['operations/artifacts', 'engine', 'train', 'packages/registries', 'services/reconcile', 'platform'],
  },
  'engine/drive': {
    holds:
      'the only loop: load, observe, apply, decide, save, act; gates; what goes out with it: messages, GitHub’s deployment records',
    mayImport: ['engine', 'train', 'packages/registries', 'services/health', 'platform'],
  },
  'engine/planning': {
    holds: 'a manifest file, real current versions, and the plan from both',
    mayImport: ['engine/stores', 'train', 'packages', 'services/health', 'platform'],
  },
  'engine/reports': { holds: 'what a train leaves to read', mayImport: ['engine/stores', 'train', 'platform'] },
  'engine/runs': {
    holds: 'one run elsewhere: dispatch it, find it, follow it, cancel it, say why it failed',
    mayImport: ['train', 'packages/claims', 'platform'],
  },
  'engine/stores': {
    holds: 'what is kept, on a branch or in files: trains, locks, last good versions, problems, history',
    mayImport: ['train', 'platform'],
  },
  'train/graph.ts': { holds: 'order by need: waves, cycles, dependents', mayImport: [], ...pure },
  'train/telling': {
    holds: 'what is worth telling of a train, from its state alone, to whom, and what was told',
    mayImport: ['train/machine', 'train/plan', ...PURE],
    ...pure,
  },
  'train/machine': {
    holds: 'the state machine: events, decisions, canary, rollback, resume',
    mayImport: ['train/plan', 'train/manifest', ...PURE],
    ...pure,
  },
  'train/manifest': { holds: 'what a manifest means and cannot mean', mayImport: PURE, ...pure },
  'train/plan': {
    holds: 'selection, versions, outputs of an earlier train, and the plan they make',
    mayImport: ['train/manifest', ...PURE],
    ...pure,
  },
  'train/views': { holds: 'plan and state as Markdown and pictures', mayImport: ['train', ...PURE], ...pure },
  'packages/changesets': {
    holds: 'plans from changesets, of one workspace or of many repositories',
    mayImport: ['packages/workspace', 'packages/npm', 'packages/python', 'train/graph.ts', 'platform'],
  },
  'packages/claims': { holds: 'of all runs with one nonce exactly one goes on', mayImport: PLATFORM },
  'packages/npm': {
    holds: 'dependency ranges and their lock files',
    mayImport: ['packages/workspace', 'packages/registries', 'platform'],
  },
  'packages/publish': {
    holds: 'a release of this repository: version, pack, publish, record',
    mayImport: ['packages', 'platform'],
  },
  'packages/python': {
    holds: 'where a Python version stands, and what it is',
    mayImport: ['packages/workspace', 'platform'],
  },
  'packages/registries': {
    holds: 'what npm and PyPI serve, and the proof of it',
    mayImport: ['packages/workspace', 'packages/python', 'platform'],
  },
  'packages/workspace': { holds: 'the one reader of package.json, workspaces and managers', mayImport: PLATFORM },
  'services/health': { holds: 'what answers, and whether that is healthy', mayImport: PLATFORM },
  'services/register': {
    holds: 'a service in its registry, written and read back',
    mayImport: ['services', 'packages/workspace', 'platform'],
  },
  'services/registries': {
    holds: 'the registries of services: REST, Consul, Backstage',
    mayImport: ['services/service.ts', 'services/discovery.ts', 'platform'],
  },
  'services/reconcile': {
    holds: 'a pass over the fleet: observe, compare, repair, tell',
    mayImport: ['services', 'platform'],
  },
  services: { holds: 'what a service is', mayImport: ['services', 'platform'] },
  'platform/errors.ts': { holds: 'the errors that people read', mayImport: ['platform/records.ts'] },
  'platform/records.ts': { holds: 'what a value from elsewhere is: a map, a list, texts, JSON', mayImport: [] },
  'platform/text': { holds: 'Markdown, YAML, wording, edits, diffs', mayImport: GROUND },
  'platform/time': { holds: 'clock, durations, backoff, pool', mayImport: GROUND },
  'platform/files': { holds: 'files of the workspace, and nothing outside it', mayImport: GROUND },
  'platform/runner': {
    holds: 'the only door to the runner: inputs, outputs, log, secrets, signals, context',
    mayImport: GROUND,
  },
  'platform/process': { holds: 'other programs: run, git', mayImport: ['platform/runner', ...GROUND] },
  'platform/net': { holds: 'addresses, proxies, redirects, and the one transport', mayImport: GROUND },
  'platform/github': {
    holds: 'the one client of GitHub, and a file per area of its API',
    mayImport: ['platform/net', 'platform/runner', 'platform/files', ...GROUND],
  },
};

/** Every import in src/ of the project in the given folder that the table does not allow. */
export function breaches(project: string): Finding[] {
  const folder = join(project, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts'))
    .sort();
  return files.flatMap((file) => breachesIn(file, readFileSync(join(folder, file), 'utf8')));
}

/** The same of one file: its path below src/, and its text. */
export function breachesIn(file: string, text: string): Finding[] {
  const room = roomOf(file);
  const breach = (line: number, message: string): Finding => ({ file: `src/${file}`, line, message });
  if (room === undefined)
    return [breach(1, 'no room of scripts/contracts/rooms.ts holds this file. Give it one, or move it.')];
  return importsOf(text).flatMap(({ from, line }) => {
    const why = refusal({ file, room, from });
    return why === undefined ? [] : [breach(line, why)];
  });
}

/** Names count to their end: `platform/time` holds `platform/time/clock.ts`, not `platform/timers.ts`. */
function holds(place: string, file: string): boolean {
  return file === place || file.startsWith(`${place}/`);
}

function roomOf(file: string): string | undefined {
  return Object.keys(ROOMS)
    .filter((room) => holds(room, file))
    .sort((a, b) => b.length - a.length)[0];
}

interface Import {
  readonly from: string;
  readonly line: number;
}

function importsOf(text: string): Import[] {
  const found = text.matchAll(/(?:^|[\s}])(?:from|import)\s*\(?\s*'([^']+)'/g);
  return [...found].map(({ 1: from = '', index }) => ({ from, line: text.slice(0, index).split('\n').length }));
}

function refusal({ file, room, from }: { file: string; room: string; from: string }): string | undefined {
  const { mayImport, packages } = ROOMS[room] as Room;
  const packaged = from.split('/node_modules/')[1] ?? (from.startsWith('.') ? undefined : from);
  if (packaged !== undefined) {
    const name = /^(@[^/]+\/)?[^/]+/.exec(packaged)?.[0] ?? packaged;
    if (!packages || packages.includes(name)) return undefined;
    const what = from.startsWith('node:') || builtinModules.includes(from) ? 'the machine' : 'a package';
    return `${room} is pure, but imports ${what} (${from}). Pass in what it needs.`;
  }
  const path = posix.normalize(posix.join('src', dirname(file), from));
  if (!path.startsWith('src/'))
    return path.endsWith('.schema.json') ? undefined : `src imports ${path}, which is not shipped.`;
  const target = path.slice('src/'.length);
  if (roomOf(target) === room || mayImport.some((place) => holds(place, target))) return undefined;
  return `${room} may not import ${roomOf(target) ?? target}. It may import ${mayImport.join(', ') || 'nothing'}; see scripts/contracts/rooms.ts.`;
}

const [START, END] = ['<!-- who may import whom: npx node scripts/contracts/rooms.ts -->', '<!-- end of the table -->'];

/** CONTRIBUTING.md with the table as it stands here. */
export function withTable(text: string): string {
  const [before, rest] = text.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`CONTRIBUTING.md has no place ${START} … ${END}.`);
  const code = (places: readonly string[]) => places.map((one) => `\`${one}\``).join(', ');
  const rows = Object.entries(ROOMS).map(([room, { holds, mayImport, packages }]) => {
    const only = packages ? ` (of packages only ${code(packages)})` : '';
    return `| \`${room}\` | ${holds} | ${mayImport.length > 0 ? code(mayImport) : '–'}${only} |`;
  });
  const table = ['| room | holds | may import, beside itself |', '| --- | --- | --- |', ...rows].join('\n');
  return `${before}${START}\n\n${table}\n\n${END}${after}`;
}

if (import.meta.main) {
  const path = join(root, 'CONTRIBUTING.md');
  writeFileSync(path, withTable(readFileSync(path, 'utf8')));
}
