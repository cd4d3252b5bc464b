import { scalarText } from '../../platform/text/scalar-text.ts';
import { formatDuration } from '../../platform/time/duration.ts';
import { type RunEvent, targetName, type WantedRun } from './wanted-run.ts';

/** How a run gets a name that can be found, in a manifest and in a step. */
const HOW_TO_NAME = 'Give {nonce} to one of the inputs in the manifest (in dispatch-and-wait: nonce-input)';

/**
 * Why the run of a dispatch could not be distinguished from others, known before anything is sent: an event is never answered with its
 * run, so only a nonce names it. Undefined where it can be, or need not.
 */
export function attributionFault(wanted: WantedRun): string | undefined {
  const { target, nonce, fireAndForget, repository } = wanted;
  if (nonce !== undefined || fireAndForget || 'workflow' in target) return undefined;
  return (
    `Nothing was sent: GitHub never says which run ${targetName(target)} in ${repository} becomes, and there is no nonce to find it by. ` +
    `${HOW_TO_NAME}, and show it in the workflow: ${runName(wanted)}`
  );
}

/** A dispatch that was taken, or may have been, and whose run cannot be named: it is for a person to look what became of it. */
export function untraceable(wanted: WantedRun, because: string): RunEvent {
  return {
    type: 'dispatch-untraceable',
    reason: `${because} It is not sent again by itself: look at the Actions page of ${wanted.repository} whether it ran.`,
  };
}

/** GitHub took it, or may have, and there is no nonce. */
export function namelessReason({ repository, target }: WantedRun, said: string | undefined): string {
  const took =
    said === undefined
      ? 'took the dispatch but did not say which run it became'
      : 'did not say whether it took the dispatch';
  return (
    `GitHub ${took} (${targetName(target)} in ${repository}), and without a nonce its run cannot be distinguished from others. ` +
    `${HOW_TO_NAME} so that this cannot happen.${lastWords(said)}`
  );
}

/** GitHub took it, and no run shows the nonce. */
export function unseenReason(
  wanted: WantedRun,
  { waitedMs, stranger }: { readonly waitedMs: number; readonly stranger: string | undefined },
): string {
  const { repository, target, nonce } = wanted;
  if (stranger !== undefined)
    return `GitHub took the dispatch of ${targetName(target)} in ${repository}, but no run of it appeared: ${stranger}.`;
  const cause =
    'workflow' in target
      ? 'Most likely its run-name does not show the nonce'
      : `Most likely no workflow on the default branch listens to it (on: repository_dispatch: types: [${target.eventType}]), or its run-name does not show the nonce`;
  return (
    `GitHub took the dispatch of ${targetName(target)} in ${repository}, but within ${formatDuration(waitedMs)} no run appeared whose name carries ${nonce}. ` +
    `${cause}: ${runName(wanted)}`
  );
}

/** GitHub never said that it took it, and no run appeared. */
export function unconfirmedReason(
  { repository, target, nonce }: WantedRun,
  { said, stranger }: { readonly said: string | undefined; readonly stranger: string | undefined },
): string {
  const seen = stranger ?? `no run that carries ${nonce} appeared`;
  return `GitHub never confirmed the dispatch of ${targetName(target)} in ${repository}, and ${seen}.${lastWords(said)}`;
}

/** The runs that would tell cannot be read. */
export function blindReason({ repository, nonce }: WantedRun, trouble: string): string {
  return `The runs of ${repository} cannot be searched for ${nonce}, so nobody knows whether it runs. ${trouble}`;
}

function lastWords(said: string | undefined): string {
  return said ? ` What it said last: ${said}` : '';
}

/** The line that the workflow needs, with the expression that fits what starts it. */
function runName({ target, nonce = '' }: WantedRun): string {
  const values = 'workflow' in target ? target.inputs : target.clientPayload;
  const key =
    Object.entries(values).find(([, value]) => nonce !== '' && scalarText(value).includes(nonce))?.[0] ?? 'nonce';
  const where = 'workflow' in target ? 'inputs' : 'github.event.client_payload';
  return `run-name: Release [\${{ ${where}.${key} }}].`;
}
