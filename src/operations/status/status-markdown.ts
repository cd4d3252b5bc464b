import { code, escapeMarkdown, link, table } from '../../platform/text/markdown.ts';
import type { ComponentStatus } from '../../train/machine/state.ts';
import { graphAlone } from '../../train/views/graph-section.ts';
import { unbroken } from '../../train/views/status-words.ts';
import { COMPONENT_STATES, type RowState, wordOf } from './component-row.ts';
import { nodesOf } from './row-nodes.ts';
import type { Status, StatusRow } from './status.ts';

const SIGNS: Readonly<Record<RowState, string>> = {
  failing: '❌ failing',
  drift: '⚠️ drift',
  unknown: '❔ unknown',
  'never-released': '🌱 never released',
  unreleased: '📦 unreleased',
  current: '✅ current',
};

/** How a state looks in the graph, which knows the statuses of trains. */
const LOOKS: Readonly<Record<RowState, ComponentStatus>> = {
  failing: 'failed',
  drift: 'blocked',
  unknown: 'pending',
  'never-released': 'pending',
  unreleased: 'running',
  current: 'succeeded',
};

const MOST_ROWS = 500;

/** Where everything stands, for the summary of a run and for the board. Nothing in it changes from look to look but what happened. */
export function statusMarkdown(status: Status, { graph = true }: { readonly graph?: boolean } = {}): string {
  const sections = [
    headline(status),
    trains(status),
    list(
      'Problems',
      status.problems.map(({ key, text, url, acknowledgedBy }) => {
        const who = acknowledgedBy === undefined ? '' : ` ${escapeMarkdown(acknowledgedBy)} looks after it.`;
        return `**${escapeMarkdown(key)}**: ${escapeMarkdown(text)} ${url ? link('Its run', url) : ''}${who}`;
      }),
    ),
    list(
      'Locks',
      status.locks.map(({ text }) => escapeMarkdown(text)),
    ),
    list('Ends soon', status.warnings.map(escapeMarkdown)),
    components(status.components),
    environments(status),
    graph ? graphOf(status.components) : '',
    list('Not known', status.unknown.map(escapeMarkdown)),
    list('This look itself', status.watch.findings.map(escapeMarkdown)),
  ];
  return sections.filter((section) => section !== '').join('\n\n');
}

/** `12 components: 1 failing, 3 unreleased, 8 current` */
export function countsOf(rows: readonly StatusRow[]): string {
  const counts = COMPONENT_STATES.map((state) => [state, rows.filter((row) => row.state === state).length] as const);
  const parts = counts.filter(([, count]) => count > 0).map(([state, count]) => `${count} ${wordOf(state)}`);
  return `${rows.length} ${rows.length === 1 ? 'component' : 'components'}: ${parts.join(', ') || 'none'}`;
}

function headline({ name, ok, components: rows, problems }: Status): string {
  const trouble =
    problems.length === 0 ? '' : `, ${problems.length} open ${problems.length === 1 ? 'problem' : 'problems'}`;
  return `**${ok ? '✅' : '❌'} ${escapeMarkdown(name)}**: ${countsOf(rows)}${trouble}.`;
}

function trains({ trains: { open } }: Status): string {
  return list(
    'Open trains',
    open.map(({ id, name, environment, status, released, total, runUrl }) => {
      const where = environment === undefined ? '' : ` to ${escapeMarkdown(environment)}`;
      return `${link(id, runUrl)}: ${escapeMarkdown(name)}${where}, ${status}, ${released} of ${total} released`;
    }),
  );
}

function list(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `### ${title}\n\n${lines.map((line) => `- ${line.trim()}`).join('\n')}`;
}

function components(rows: readonly StatusRow[]): string {
  const shown = [...rows].sort((a, b) => COMPONENT_STATES.indexOf(a.state) - COMPONENT_STATES.indexOf(b.state));
  const cells = shown
    .slice(0, MOST_ROWS)
    .map((row) => [
      unbroken(SIGNS[row.state]),
      row.url === undefined ? code(row.key) : link(row.key, row.url),
      row.registry === undefined ? '' : row.registry === null ? 'nothing' : code(row.registry),
      row.tag === undefined ? '' : code(row.tag),
      commits(row),
      row.lastRun === undefined ? '' : link(row.lastRun.status, row.lastRun.url),
      row.why.map(escapeMarkdown).join(' '),
    ]);
  const more = rows.length > MOST_ROWS ? `\n\n… and ${rows.length - MOST_ROWS} more.` : '';
  return `### Components\n\n${table(['State', 'Component', 'Registry', 'Tag', 'Not released', 'Last run', 'Why'], cells)}${more}`;
}

function commits({ unreleased, compareUrl }: StatusRow): string {
  if (unreleased === undefined) return '';
  const text = unreleased === 0 ? '0' : unbroken(`${unreleased} ${unreleased === 1 ? 'commit' : 'commits'}`);
  return unreleased === 0 ? text : link(text, compareUrl);
}

function environments({ environments: all }: Status): string {
  const shown = all.filter(({ components: versions }) => Object.keys(versions).length > 0);
  if (shown.length === 0) return '';
  const ids = [...new Set(shown.flatMap(({ components: versions }) => Object.keys(versions)))].slice(0, MOST_ROWS);
  const cells = ids.map((id) => [
    code(id),
    ...shown.map(({ components: versions }) => {
      const one = Object.hasOwn(versions, id) ? versions[id] : undefined;
      const health = one?.health && one.health.verdict !== 'unchecked' ? ` ${escapeMarkdown(one.health.verdict)}` : '';
      return one ? `${code(one.version)}${health}` : '';
    }),
  ]);
  return `### Environments\n\n${table(['Component', ...shown.map(({ id }) => escapeMarkdown(id))], cells)}`;
}

function graphOf(rows: readonly StatusRow[]): string {
  return graphAlone(
    nodesOf(rows).map(({ id, needs }, index) => {
      const { state = 'unknown', tagged } = rows[index] ?? {};
      return { id, needs, status: LOOKS[state], lines: [id, [tagged, wordOf(state)].filter(Boolean).join(' ')] };
    }),
  );
}
