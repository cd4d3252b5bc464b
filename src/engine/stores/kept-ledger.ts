import { isRecord, isText, parsedJson } from '../../platform/records.ts';
import { isInstant } from '../../platform/time/instant.ts';
import { SEVERITIES } from '../../train/telling/fact.ts';
import type { Ledger } from '../../train/telling/ledger.ts';

/**
 * What was told of a train. No train stops for it: without one that can be read as a whole, only what is young is told, maybe
 * once more.
 */
export function readLedger(text: string | undefined): Ledger | undefined {
  const ledger = parsedJson(text ?? '');
  return isLedger(ledger) ? ledger : undefined;
}

function isLedger(value: unknown): value is Ledger {
  if (!isRecord(value)) return false;
  const { format, notices, untold, channels, deployments = {}, deploymentsOff = '' } = value;
  return (
    format === 1 &&
    areAll(notices, (byChannel) => areAll(byChannel, isNotice)) &&
    areAll(untold, isFact) &&
    areAll(channels, isChannel) &&
    areAll(deployments, isDeployment) &&
    typeof deploymentsOff === 'string'
  );
}

function areAll(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return isRecord(value) && Object.values(value).every(isOne);
}

function isNotice(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { at, since, tries, next } = value;
  if (since === undefined) return isInstant(at);
  return isInstant(since) && Number.isSafeInteger(tries) && isAbsentOr(isInstant, next);
}

function isFact(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, kind, severity, at, text, component, environment, next, url, problem, resolves } = value;
  return (
    [id, kind, text].every(isText) &&
    SEVERITIES.some((one) => one === severity) &&
    isInstant(at) &&
    [component, environment, next, url, problem, resolves].every((one) => isAbsentOr(isText, one))
  );
}

function isChannel(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { sent, ref, gone = { at: 0, error: '' } } = value;
  const isGone = isRecord(gone) && isInstant(gone.at) && isText(gone.error);
  return Array.isArray(sent) && sent.every(isInstant) && isAbsentOr(isText, ref) && isGone;
}

function isDeployment(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { id, state, tries, next } = value;
  const areNumbers = [id, tries].every((one) => isAbsentOr(Number.isSafeInteger, one));
  return areNumbers && isAbsentOr(isInstant, next) && isAbsentOr(isText, state);
}

function isAbsentOr(isOne: (value: unknown) => boolean, value: unknown): boolean {
  return value === undefined || isOne(value);
}
