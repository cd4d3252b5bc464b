import type { Event } from '../../train/machine/events.ts';

const MOST_TOLD = 4;

/** What a write of the state is about, for people who read the history of the store: one line. */
export function headline(events: readonly Event[]): string {
  const told = [...new Set(events.map(sentence))];
  const more = told.length > MOST_TOLD ? ` and ${told.length - MOST_TOLD} more` : '';
  return told.slice(0, MOST_TOLD).join(', ') + more;
}

function sentence(event: Event): string {
  return 'component' in event ? `${event.component} ${words(event)}` : words(event);
}

/** Continues the component's name where the event has one. */
function words(event: Event): string {
  switch (event.type) {
    case 'probed':
      return event.served ? 'is served already' : 'is not served yet';
    case 'intended':
      return event.purpose === 'rollback' ? 'is to be rolled back' : 'is to be dispatched';
    case 'run-seen':
      return event.run.status === 'completed'
        ? `has run: ${event.run.conclusion ?? 'no conclusion'}`
        : `has a run that is ${event.run.status.replaceAll('_', ' ')}`;
    case 'approval-pending':
      return `waits for ${event.whom}`;
    default:
      return WORDS[event.type];
  }
}

type Other = Exclude<Event['type'], 'probed' | 'intended' | 'run-seen' | 'approval-pending'>;

const WORDS: Readonly<Record<Other, string>> = {
  dispatched: 'was dispatched',
  'dispatch-unclear': 'may have been dispatched',
  'resend-intended': 'is to be dispatched again',
  'earlier-alive': 'goes on with an earlier run',
  'dispatch-refused': 'was refused',
  'dispatch-lost': 'has no run that anybody saw',
  'dispatch-untraceable': 'has a run that nobody can name',
  waiting: 'waits',
  'cancel-requested': 'was asked to end',
  expired: 'took too long',
  'outputs-read': 'handed on its outputs',
  'restored-judged': 'was looked at after its rollback',
  'gates-pending': 'is not proven yet',
  'gates-passed': 'is proven',
  'gates-failed': 'failed its proof',
  'gates-timed-out': 'was not proven in time',
  'found-served': 'is published all the same',
  parked: 'the train is parked',
  cancelled: 'the train is cancelled',
  continued: 'the train goes on',
  resumed: 'the train is resumed',
  'canary-passed': 'the canary passed',
  'canary-failed': 'failed as a canary',
  finished: 'the train has ended',
};
