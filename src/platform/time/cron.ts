const MINUTE_MS = 60_000;
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The least and the most of each field: minute, hour, day, month, day of the week. */
const FIELDS: readonly (readonly [least: number, most: number, names?: readonly string[], first?: number])[] = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12, MONTHS, 1],
  [0, 7, DAYS, 0],
];

/** Whether a minute of UTC is due. */
export type CronSchedule = (at: Date) => boolean;

/** Reads the five fields of a POSIX crontab, as GitHub takes them; undefined for what is none. */
export function parseCron(text: string): CronSchedule | undefined {
  const parts = text.trim().toLowerCase().split(/\s+/);
  const sets = FIELDS.map((field, index) => valuesOf(parts[index] ?? '', field));
  const [minutes, hours, days, months, weekdays] = sets;
  if (parts.length !== 5 || !minutes || !hours || !days || !months || !weekdays) return undefined;
  // Where both days are said, either is enough.
  const isEither = parts[2]?.[0] !== '*' && parts[4]?.[0] !== '*';
  return (at) => {
    const isDay = days.has(at.getUTCDate());
    const isWeekday = weekdays.has(at.getUTCDay()) || (at.getUTCDay() === 0 && weekdays.has(7));
    return (
      minutes.has(at.getUTCMinutes()) &&
      hours.has(at.getUTCHours()) &&
      months.has(at.getUTCMonth() + 1) &&
      (isEither ? isDay || isWeekday : isDay && isWeekday)
    );
  };
}

function valuesOf(
  text: string,
  [least, most, names = [], first = 0]: (typeof FIELDS)[number],
): Set<number> | undefined {
  const numberOf = (word: string) => {
    const named = names.indexOf(word);
    return named >= 0 ? named + first : /^\d{1,2}$/.test(word) ? Number(word) : Number.NaN;
  };
  const values = new Set<number>();
  for (const part of text.split(',')) {
    const [, range = '', by] = /^([^/]+)(?:\/(\d{1,2}))?$/.exec(part) ?? [];
    const [from = '', to] = range.split('-');
    const start = range === '*' ? least : numberOf(from);
    const end = range === '*' || (to === undefined && by !== undefined) ? most : numberOf(to ?? from);
    const step = Number(by ?? 1);
    if (!(start >= least && end <= most && start <= end && step >= 1)) return undefined;
    for (let value = start; value <= end; value += step) values.add(value);
  }
  return values;
}

/** The last minute until `at` that one of them is due, at most `withinMs` before; epoch milliseconds. */
export function lastDue(crons: readonly CronSchedule[], at: number, withinMs: number): number | undefined {
  for (let minute = at - (at % MINUTE_MS); minute > at - withinMs; minute -= MINUTE_MS) {
    const date = new Date(minute);
    if (crons.some((due) => due(date))) return minute;
  }
  return undefined;
}
