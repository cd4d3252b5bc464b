import type { RowState } from '../component-row.ts';
import { type Html, html } from './html.ts';

/** How a state is shown: its colours and its sign by a class, and a word, for colour alone tells not everybody. */
export interface Look {
  readonly look: 'ok' | 'new' | 'warn' | 'bad' | 'dim' | 'seed';
  readonly word: string;
}

/** The style puts these before each word. */
export const SIGNS: Readonly<Record<Look['look'], string>> = {
  ok: '✓',
  new: '↑',
  warn: '≠',
  bad: '✕',
  dim: '?',
  seed: '○',
};

export const STATE_LOOKS: Readonly<Record<RowState, Look>> = {
  failing: { look: 'bad', word: 'failing' },
  drift: { look: 'warn', word: 'drift' },
  unknown: { look: 'dim', word: 'unknown' },
  'never-released': { look: 'seed', word: 'never released' },
  unreleased: { look: 'new', word: 'unreleased' },
  current: { look: 'ok', word: 'current' },
};

const LOOKS: Readonly<Record<string, Look['look']>> = {
  succeeded: 'ok',
  skipped: 'ok',
  healthy: 'ok',
  success: 'ok',
  running: 'new',
  dispatching: 'new',
  verifying: 'new',
  failed: 'bad',
  failure: 'bad',
  'timed-out': 'bad',
  unhealthy: 'bad',
  'rollback-failed': 'bad',
  'rolled-back': 'warn',
  'rolling-back': 'warn',
  blocked: 'warn',
  parked: 'warn',
};

/** How the status of a train, a component in it, or a service is shown. */
export function statusLook(status: string): Look {
  return { look: (Object.hasOwn(LOOKS, status) && LOOKS[status]) || 'dim', word: status };
}

/** A sign and a word in their colours. */
export function badge({ look, word }: Look): Html {
  return html`<span class="b ${look}">${word}</span>`;
}
