import { RequestError } from '../../platform/net/request-error.ts';
import { type ProbeContext, request } from './ask.ts';
import { assess } from './assess.ts';
import { valueAt } from './bounded-json.ts';
import type { Capture, CheckRequest, Expectations, SuiteStep } from './check.ts';
import type { AnswerFacts } from './condition.ts';
import { type HealthReason, judged, type Observation } from './observation.ts';

/** `{captured.NAME}` in the texts of a suite. */
export const PLACEHOLDER = /\{captured\.([A-Za-z_]\w*)\}/g;
const QUOTED_PLACEHOLDER = /"\{captured\.([A-Za-z_]\w*)\}"/g;

/** Runs the requests of a suite in order, within one deadline; the first step that fails ends it, but for what cleans up. */
export async function probeSuite(
  steps: readonly SuiteStep[],
  expect: Expectations,
  context: ProbeContext,
): Promise<Observation> {
  const captured: Record<string, unknown> = {};
  const numbered = steps.map((step, index) => ({ step, place: `step ${index + 1} (${step.name})` }));
  const notes: string[] = [];
  try {
    return await runSteps(
      numbered.filter(({ step }) => !step.cleanup),
      { expect, context, captured, notes },
    );
  } finally {
    await cleanUp(
      numbered.filter(({ step }) => step.cleanup),
      { context, captured, notes },
    );
  }
}

interface Numbered {
  readonly step: SuiteStep;
  readonly place: string;
}

interface Progress {
  readonly context: ProbeContext;
  readonly captured: Record<string, unknown>;
  /** Grows; it is part of the observation. */
  readonly notes: string[];
}

async function runSteps(
  steps: readonly Numbered[],
  { expect, context, captured, notes }: Progress & { readonly expect: Expectations },
): Promise<Observation> {
  const started = performance.now();
  const elapsed = () => performance.now() - started;
  for (const [index, { step, place }] of steps.entries()) {
    const left = { ...context, timeoutMs: Math.max(1, context.timeoutMs - elapsed()) };
    const { observation, facts } = await runStep(step, captured, { place, context: left });
    notes.push(...observation.notes.map((note) => `${place}: ${note}`));
    const missed = observation.outcome === 'pass' ? capture(step, facts, captured) : observation.reasons;
    if (missed.length > 0) {
      const reasons = missed.map(({ cause, text }) => ({ cause, text: `${place}: ${text}` }));
      const answer = `${index} of ${steps.length} steps`;
      return judged(reasons, { notes, latency: elapsed(), answer, status: facts.status });
    }
  }
  const slow = expect.maxLatencyMs !== undefined && elapsed() > expect.maxLatencyMs;
  const text = `it took ${Math.round(elapsed())} ms, expected at most ${expect.maxLatencyMs} ms`;
  const answer = `${steps.length} of ${steps.length} steps`;
  return judged(slow ? [{ cause: 'latency', text }] : [], { notes, latency: elapsed(), answer });
}

const CLEANUP_MS = 5_000;

/** Takes away what the steps left, as far as it is known; that this fails says nothing of the service's health. */
async function cleanUp(steps: readonly Numbered[], { context, captured, notes }: Progress): Promise<void> {
  for (const { step, place } of steps) {
    const { url, headers, body = '' } = step.request;
    const names = [...[url, ...Object.values(headers), body].join('\n').matchAll(PLACEHOLDER)].map(([, name]) => name);
    if (names.some((name) => name === undefined || !Object.hasOwn(captured, name))) continue;
    try {
      const { observation } = await runStep(step, captured, { place, context: { ...context, timeoutMs: CLEANUP_MS } });
      notes.push(...observation.reasons.map(({ text }) => `${place} did not clean up: ${text}`));
    } catch (error) {
      if (!(error instanceof RequestError)) throw error;
      notes.push(`${place} did not clean up: ${error.message}`);
    }
  }
}

async function runStep(
  step: SuiteStep,
  captured: Readonly<Record<string, unknown>>,
  { place, context }: { place: string; context: ProbeContext },
) {
  try {
    const message = filled(step.request, captured);
    return assess(await request(message, context, step), step.expect, { url: message.url, captured });
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    throw new RequestError(error.failure, `${place}: ${error.message}`, { cause: error });
  }
}

/** Puts what a step captures into `captured`; returns what it could not find. */
function capture(step: SuiteStep, facts: AnswerFacts, captured: Record<string, unknown>): HealthReason[] {
  const reasons: HealthReason[] = [];
  for (const [name, from] of Object.entries(step.capture)) {
    const value = read(from, facts);
    if (value === undefined) reasons.push({ cause: 'capture', text: `found no value to capture as ${name}` });
    else captured[name] = value;
  }
  return reasons;
}

function read(from: Capture, facts: AnswerFacts): unknown {
  if ('pointer' in from) return valueAt(facts.body, from.pointer) ?? undefined;
  try {
    return from.expression.valueOf(facts) ?? undefined;
  } catch {
    return undefined;
  }
}

/** A value from an answer cannot leave its place: in the URL, in a header, or in a text of the JSON. */
function filled(message: CheckRequest, captured: Readonly<Record<string, unknown>>): CheckRequest {
  const fill = (text: string, encode: (value: string) => string) =>
    text.replace(PLACEHOLDER, (_, name: string) => encode(textOf(captured[name])));
  const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, '');
  const headers = Object.entries(message.headers).map(([name, value]) => [name, fill(value, printable)]);
  // A text that is nothing but a captured value takes that value's type.
  const typed = message.body?.replace(QUOTED_PLACEHOLDER, (_, name: string) => JSON.stringify(captured[name]));
  return {
    ...message,
    url: fill(message.url, encodeURIComponent),
    headers: Object.fromEntries(headers),
    ...(typed === undefined ? {} : { body: fill(typed, (text) => JSON.stringify(text).slice(1, -1)) }),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
