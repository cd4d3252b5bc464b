import type { ComponentStatus, TrainState } from '../machine/state.ts';

type Status = ComponentStatus | TrainState['status'];

const ICONS: Readonly<Record<Status, string>> = {
  pending: '⏳',
  dispatching: '🚀',
  running: '🏃',
  verifying: '🔎',
  succeeded: '✅',
  failed: '❌',
  'timed-out': '⌛',
  blocked: '⛔',
  skipped: '⏭️',
  cancelled: '🛑',
  'rolling-back': '↩️',
  'rolled-back': '↩️',
  'rollback-failed': '🔥',
  parked: '🅿️',
};

export function iconOf(status: Status): string {
  return ICONS[status];
}

/** As people say it: `timed out`. */
export function wordsOf(status: Status): string {
  return status.replaceAll('-', ' ');
}

/** `14:03:20 UTC`; with the day where that is asked for. */
export function clockTime(at: number, { day = false } = {}): string {
  const text = new Date(at).toISOString();
  return `${day ? `${text.slice(0, 10)} ` : ''}${text.slice(11, 19)} UTC`;
}

/** The text on one line, however narrow its cell. */
export function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}
