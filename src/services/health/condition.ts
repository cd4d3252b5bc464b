import type { Environment, TypeCheckResult } from '@marcbachmann/cel-js';
import type { Certificate } from '../../platform/net/certificate.ts';

/** What a condition sees of an answer. */
export interface AnswerFacts {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; null where the body is none. */
  readonly body: unknown;
  readonly text: string;
  /** Milliseconds. */
  readonly latency: number;
  readonly certificate: Certificate | undefined;
  /** Values that earlier steps of a suite captured. */
  readonly captured: Readonly<Record<string, unknown>>;
}

/** A compiled expression of the Common Expression Language. https://cel.dev */
export interface Condition {
  readonly source: string;
  /** The variables and first-level fields it speaks of: `status`, `body`, `body.version`, `captured.task`. */
  readonly refersTo: ReadonlySet<string>;
  /** Undefined where it is true; else why it is not. Never throws. */
  readonly refuted: (facts: AnswerFacts) => string | undefined;
  /** Its value; throws where it cannot be computed. */
  readonly valueOf: (facts: AnswerFacts) => unknown;
}

export interface Conditions {
  /** Compiles a condition (which must give a boolean) or any other expression; throws an Error that names the position. */
  compile(source: string, kind?: 'condition' | 'expression'): Condition;
}

/** A hostile body may make an innocent expression expensive (nested macros, regular expressions), so its CPU time is bounded. */
const MAX_EVALUATION_MS = 250;
const MAX_LENGTH = 10_000;

interface Node {
  readonly op: string;
  readonly args: unknown;
  readonly start: number;
  readonly end: number;
}

/** Loads the expression language; everything about the library that implements it is in this file. */
export async function loadConditions(): Promise<Conditions> {
  const cel = await import('@marcbachmann/cel-js');
  const vm = await import('node:vm');
  const environment = declareFacts(new cel.Environment({ limits: { maxAstNodes: 2_000, maxDepth: 50 } }));
  const script = new vm.Script('evaluate()');
  const duration = (ms: number) => cel.evaluate(`duration("${Math.max(0, ms).toFixed(3)}ms")`) as unknown;
  const valuesOf = (facts: AnswerFacts) => ({
    ...facts,
    status: BigInt(facts.status),
    latency: duration(facts.latency),
    certificate: certificateValues(facts.certificate),
  });
  const program = (source: string) => {
    const run = environment.parse(source);
    return (facts: AnswerFacts): unknown => {
      const evaluate = () => run(valuesOf(facts)) as unknown;
      return script.runInContext(vm.createContext({ evaluate }), { timeout: MAX_EVALUATION_MS });
    };
  };
  return {
    compile(source, kind = 'condition') {
      if (source.length > MAX_LENGTH) throw new Error(`it is longer than ${MAX_LENGTH} characters`);
      verify(environment.check(source), source, kind);
      const { ast } = environment.parse(source);
      // Written again from the tree: the range of an operand in the source leaves out its parentheses.
      const parts = conjuncts(ast as unknown as Node).map((node) => cel.serialize(node as unknown as typeof ast));
      const operands = parts.map((part) => ({ part, run: (facts: AnswerFacts) => program(part)(facts) }));
      const run = program(source);
      const whole = [{ part: source, run }];
      return {
        source,
        refersTo: references(ast as unknown as Node),
        valueOf: run,
        // The source decides; its operands only explain.
        refuted: (facts) => {
          const why = firstRefuted(whole, facts);
          return why === undefined ? undefined : (firstRefuted(operands, facts) ?? why);
        },
      };
    },
  };
}

function declareFacts(environment: Environment): Environment {
  return environment
    .registerVariable('status', 'int')
    .registerVariable('headers', 'map<string, string>')
    .registerVariable('body', 'dyn')
    .registerVariable('text', 'string')
    .registerVariable('latency', 'google.protobuf.Duration')
    .registerVariable('certificate', 'dyn')
    .registerVariable('captured', 'map<string, dyn>');
}

function verify({ valid, type, error }: TypeCheckResult, source: string, kind: 'condition' | 'expression'): void {
  if (!valid && error) {
    const what = error.name === 'ParseError' ? 'does not parse' : 'is not valid';
    throw new Error(`it ${what} at ${positionOf(source, error.range?.start ?? 0)}: ${error.summary}`);
  }
  if (kind === 'condition' && type !== 'bool' && type !== 'dyn') {
    throw new Error(`it gives a value of type ${type}, expected a condition that is true or false`);
  }
}

function firstRefuted(
  operands: readonly { part: string; run: (facts: AnswerFacts) => unknown }[],
  facts: AnswerFacts,
): string | undefined {
  for (const { part, run } of operands) {
    try {
      const value = run(facts);
      if (value === true) continue;
      return value === false ? `${part} is false` : `${part} gives ${describe(value)}, expected true or false`;
    } catch (error) {
      return `${part} cannot be computed: ${reasonOf(error)}`;
    }
  }
  return undefined;
}

function reasonOf(error: unknown): string {
  const { code, summary, message } = error as { code?: string; summary?: string; message?: string };
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return `it took longer than ${MAX_EVALUATION_MS} ms`;
  return summary ?? message?.split('\n', 1)[0] ?? String(error);
}

function describe(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(String(value)).slice(0, 80);
  return Array.isArray(value) ? 'a list' : 'a map';
}

/** The operands of the outermost `&&`s, so that a refusal can name the one that is false. */
function conjuncts(node: Node): Node[] {
  if (node.op !== '&&') return [node];
  return (node.args as Node[]).flatMap(conjuncts);
}

function references(root: Node): Set<string> {
  const found = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    if (value === null || typeof value !== 'object' || !('op' in value)) return;
    const node = value as Node;
    if (node.op === 'id') found.add(String(node.args));
    const field = fieldOf(node);
    if (field !== undefined) found.add(field);
    visit(node.args);
  };
  visit(root);
  return found;
}

/** `a.b` of a node that selects field b of variable a, also where it is written `a["b"]`. */
function fieldOf(node: Node): string | undefined {
  if (node.op !== '.' && node.op !== '[]') return undefined;
  const [owner, key] = node.args as [Node, string | Node];
  const name = typeof key === 'string' ? key : key.op === 'value' ? key.args : undefined;
  return owner.op === 'id' && typeof name === 'string' ? `${String(owner.args)}.${name}` : undefined;
}

function positionOf(source: string, offset: number): string {
  const before = source.slice(0, offset).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function certificateValues(certificate: Certificate | undefined): unknown {
  if (!certificate) return null;
  const { subject, issuer, names, fingerprint, chain, notBefore, notAfter } = certificate;
  const not_before = new Date(notBefore);
  const not_after = new Date(notAfter);
  return { subject, issuer, names, fingerprint, chain, not_before, not_after };
}
