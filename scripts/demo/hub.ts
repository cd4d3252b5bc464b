import { readFileSync } from 'node:fs';
import { type Hub, type HubSource, readHub } from '../../src/operations/hub/hub-file.ts';
import { listed } from '../../src/platform/text/wording.ts';
import { mapPooled } from '../../src/platform/time/pool.ts';
import { fileFromHere, mistake } from '../arguments.ts';
import { type HubAnswer, type HubPush, startHub } from './hub-world.ts';
import { faultsMistake } from './manifest.ts';
import { Screen } from './screen.ts';
import { type TriggerStep, triggerStepOrExit } from './trigger-file.ts';

const AT_ONCE = 3;

/** What the command line says of a hub. */
export interface HubArguments {
  readonly hub: string;
  /** A copy of trigger-hub.yml, whose paths count. */
  readonly trigger: string | undefined;
  /** The files that change, separated by commas. */
  readonly changed: string | undefined;
}

/**
 * Pushes to each branch that counts, in each source, and says what the hub makes of it; whether nothing was refused.
 */
export async function hubStory({ hub: path, trigger, changed }: HubArguments): Promise<boolean> {
  const text = readFileSync(fileFromHere('--hub', path), 'utf8');
  const read = await readHub(text, path);
  if ('faults' in read) return faultsMistake(read.faults);
  const { hub } = read;
  const step = trigger === undefined ? undefined : await triggerStepOrExit(trigger);
  const sources = hub.sources.filter(({ events }) => step === undefined || events.includes(step.eventType));
  if (step && sources.length === 0)
    mistake(
      `--trigger ${trigger}: no source of ${path} may send ${step.eventType}`,
      `They may send ${listed([...new Set(hub.sources.flatMap(({ events }) => events))], 'or')}.`,
    );
  const files = changed?.split(',').map((file) => file.trim());
  const pushes = sources.flatMap((source) =>
    branchesOf(hub, step).map((branch) => pushOf(source, { branch, step, files })),
  );
  tellHub(hub, pushes.length);
  const world = await startHub(hub, text);
  const screen = new Screen();
  let refused = 0;
  await mapPooled(pushes, AT_ONCE, async (push) => {
    const answer = await world.push(push);
    if (answer.fault !== undefined || answer.admitted?.verdict === 'refused') refused += 1;
    screen.say(`${push.source}@${push.branch}: ${outcomeOf(answer)}`);
  });
  screen.close();
  await world.close();
  const amount = `${pushes.length} ${pushes.length === 1 ? 'push' : 'pushes'},`;
  console.log(
    refused === 0
      ? `\n${amount} none refused. Your build and deploy commands were not run.`
      : `\n${amount} ${refused} refused: correct what is said above.`,
  );
  return refused === 0;
}

/** A branch for each rule, or for each that starts the workflow of a source: the one that it names, or one that its pattern fits. */
function branchesOf({ environments }: Hub, step: TriggerStep | undefined): string[] {
  const patterns = step?.branches ?? environments.map(({ branch }) => branch);
  return patterns.map((one) =>
    one
      .replaceAll('**', 'a/b')
      .replaceAll(/[*?]/g, 'x')
      .replaceAll(/\[(.)[^\]]*\]/g, '$1'),
  );
}

function pushOf(
  { repository, events, components }: HubSource,
  {
    branch,
    step,
    files,
  }: { readonly branch: string; readonly step: TriggerStep | undefined; readonly files: readonly string[] | undefined },
): HubPush {
  const folders = [...components].map(([id, folder]) => [id, folder === '.' ? '' : `${folder}/`] as const);
  const paths = JSON.stringify(Object.fromEntries(folders.map(([id, folder]) => [id, `${folder}**`])));
  return {
    ...{ source: repository, branch },
    files: files ?? folders.map(([, folder]) => `${folder}a-change.txt`),
    inputs: { 'event-type': step?.eventType ?? events[0] ?? '', ...(step?.inputs ?? { paths }) },
  };
}

function tellHub({ sources, senders }: Hub, pushes: number): void {
  console.log(`Tokens:      HUB_TOKEN in each source: Contents: write on the hub`);
  console.log(
    `             SOURCES_TOKEN in the hub: Contents: read and Commit statuses: write on ${listed(sources.map(({ repository }) => repository))}`,
  );
  if (senders) console.log(`Senders:     ${listed([...senders])}`);
  console.log(`Pushes:      ${pushes}, each told to the hub by trigger-hub, and there to admit-event\n`);
}

function outcomeOf({ trigger, fault, admitted }: HubAnswer): string {
  if (fault !== undefined) return `trigger-hub failed: ${fault}`;
  if (trigger.triggered === 'false')
    return `nothing that the hub cares for changed (${trigger.reason}): no event is sent.`;
  if (admitted === undefined) return 'the hub did not answer.';
  const { verdict, reason, description } = admitted;
  return verdict === 'admitted' ? `${description} (${trigger.reason})` : `${verdict}: ${reason}`;
}
