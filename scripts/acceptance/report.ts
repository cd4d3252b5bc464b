/** How a doubt came out. */
export type Outcome =
  | { readonly state: 'proven'; readonly said: string }
  | { readonly state: 'refuted'; readonly said: string }
  | { readonly state: 'open'; readonly said: string };

/** What only github.com can settle, by its number; docs/acceptance.md says what each means for users. */
export const DOUBTS: Readonly<Record<string, string>> = {
  '1': 'the plan’s comment is written by the job’s token',
  '2': 'npm refuses a package whose repository is another (E422)',
  '3': 'the first push after adopting release-changesets.yml is green',
  '4': 'a run may claim its release, on a maintenance branch with other workflows, too',
  '5': 'a tag and a release can be made after workflow files changed',
  '6': 'a dry run that is asked for by a text is a dry run',
  '7': 'a branch’s rules are seen before the start, and do refuse GITHUB_TOKEN',
  '8': 'an output that a masked line would change is dropped',
  '9': 'a caller named like our workflow does not deadlock with it',
  '10': 'pnpm without a version is told',
  '11': 'what a child lacks is told before anything starts',
  '12': 'nothing deploys by itself',
  '13': 'the small ones: pins, artifact names, sizes',
  dispatch: 'workflow_dispatch names its run; repository_dispatch is found by its nonce',
  state: 'the state branch is written, and with a ruleset by the App alone',
  approval: 'a run that waits for its environment does not use up its time',
  cancel: 'a child that is late is cancelled, and is seen to be',
  statuses: 'a commit status is set and read back',
};

/** What no sandbox can settle, and what does. */
export const ELSEWHERE: Readonly<Record<string, string>> = {
  '2': 'needs a package on npm: the first release of a public package shows it',
  '3': 'needs packages on npm: the adoption of release-changesets.yml shows it',
  '10': 'depends on the repository’s own lock file: tested with every pnpm from 8 on',
  '12': 'is a fact of the templates, checked by the contracts',
  '13': 'are checked by the contracts and by zizmor',
};

const SIGN = { proven: '✓', refuted: '✗', open: '–' } as const;

/** A line for each doubt, in order. */
export function reportLines(outcomes: ReadonlyMap<string, Outcome>): string[] {
  return Object.entries(DOUBTS).map(([number, doubt]) => {
    const { state, said } = outcomes.get(number) ?? { state: 'open', said: ELSEWHERE[number] ?? 'not tried' };
    return `${SIGN[state]} ${number.padEnd(8)} ${doubt}: ${said}`;
  });
}

/** The same as a table of a job's summary. */
export function reportMarkdown(outcomes: ReadonlyMap<string, Outcome>, sandbox: string): string {
  const rows = Object.entries(DOUBTS).map(([number, doubt]) => {
    const { state, said } = outcomes.get(number) ?? { state: 'open', said: ELSEWHERE[number] ?? 'not tried' };
    return `| ${SIGN[state]} | ${number} | ${doubt} | ${said.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`;
  });
  return [
    `### Acceptance in \`${sandbox}\``,
    '',
    '| | Doubt | | Seen |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
