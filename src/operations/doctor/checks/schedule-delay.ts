import { readFile } from '../../../platform/github/contents.ts';
import { listRuns } from '../../../platform/github/runs.ts';
import { isRecord } from '../../../platform/records.ts';
import { parseYaml } from '../../../platform/text/yaml.ts';
import { type CronSchedule, lastDue, parseCron } from '../../../platform/time/cron.ts';
import { formatDuration } from '../../../platform/time/duration.ts';
import type { CheckOf } from '../pass.ts';

const RUNS = 10;
const MINUTE_MS = 60_000;
/** A month: what is due more rarely is no measure. */
const FARTHEST_MS = 32 * 24 * 60 * MINUTE_MS;

/** When a workflow is started by the clock; undefined where that cannot be said in UTC. */
async function cronsOf(text: string | undefined): Promise<readonly CronSchedule[] | undefined> {
  const parsed = await parseYaml(text ?? '');
  if ('faults' in parsed || !isRecord(parsed.value) || !isRecord(parsed.value.on)) return undefined;
  const { schedule } = parsed.value.on;
  const crons = (Array.isArray(schedule) ? schedule : []).map((one: unknown) =>
    isRecord(one) && typeof one.cron === 'string' && one.timezone === undefined ? parseCron(one.cron) : undefined,
  );
  const known = crons.filter((one) => one !== undefined);
  return known.length === crons.length && known.length > 0 ? known : undefined;
}

/** GitHub starts by the clock when it has time: how late it really was. What it left out altogether is not seen here. */
const delay: CheckOf<'home'> = {
  ...{ check: 'schedule-delay', area: 'schedules', of: 'home' },
  async run({ name, repository }, { serverUrl }) {
    const runs = await listRuns(repository, { event: 'schedule', perPage: RUNS, limit: RUNS });
    const paths = [...new Set(runs.map(({ path }) => path.replace(/@.*$/, '')))];
    const crons = new Map(
      await Promise.all(
        paths.map(async (path) => [path, await cronsOf(await readFile(repository, { path }))] as const),
      ),
    );
    const delays = runs.flatMap(({ path, createdAt }) => {
      const at = Date.parse(createdAt);
      const due = lastDue(crons.get(path.replace(/@.*$/, '')) ?? [], at, FARTHEST_MS);
      return due === undefined ? [] : [Math.floor((at - due) / MINUTE_MS) * MINUTE_MS];
    });
    const sorted = delays.toSorted((a, b) => a - b);
    const [median, worst] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted.at(-1)];
    if (median === undefined || worst === undefined) return [];
    return [
      {
        severity: 'info',
        seen: `The last ${sorted.length === 1 ? 'run' : `${sorted.length} runs`} by the clock began ${formatDuration(median)} late (median), ${formatDuration(worst)} at worst; runs that GitHub left out are not among them.`,
        expected: 'runs that may be late: GitHub promises no time',
        fix: 'Where minutes count, choose a minute that is not 0, or let an event start it.',
        link: `${serverUrl}/${name}/actions?query=event%3Aschedule`,
      },
    ];
  },
};

export const scheduleChecks = [delay] as const;
