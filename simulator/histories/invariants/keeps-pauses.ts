import type { Record } from '../record.ts';

/** 7: nobody asks again before the time that GitHub named. */
export function keepsPauses({ sent }: Record): string[] {
  return sent
    .filter(({ tooEarly }) => tooEarly)
    .map(({ process, method, path }) => `7: ${process} sent ${method} ${path} inside a pause`);
}
