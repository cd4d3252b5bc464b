import { type Operation, operations, restOfPath } from './operations.ts';

export interface Route {
  readonly operation: Operation;
  readonly params: Readonly<Record<string, string>>;
}

interface Branch {
  readonly fixed: Map<string, Branch>;
  variable: { readonly name: string; readonly branch: Branch } | undefined;
  rest: string | undefined;
  readonly operations: Map<string, Operation>;
}

export type Router = (method: string, path: string) => Route | undefined;

function createBranch(): Branch {
  return { fixed: new Map(), variable: undefined, rest: undefined, operations: new Map() };
}

/** Finds the operation for a method and a path; literal segments win over variable ones. */
export function createRouter(): Router {
  const root = createBranch();
  for (const operation of operations) plant(root, operation);
  return (method, path) => {
    const segments = path.split('/').slice(1);
    const params: Record<string, string> = {};
    const operation = walk(root, { segments, method, params }, 0);
    return operation && { operation, params };
  };
}

function plant(root: Branch, operation: Operation): void {
  const segments = operation.path.split('/').slice(1);
  let branch = root;
  for (const [index, segment] of segments.entries()) {
    const next = step(branch, segment);
    if (index === segments.length - 1 && restOfPath.has(segment)) next.rest = segment.slice(1, -1);
    branch = next;
  }
  branch.operations.set(operation.method, operation);
}

function step(branch: Branch, segment: string): Branch {
  if (segment.startsWith('{')) {
    // Siblings that differ in the parameter's name only would shadow each other's values.
    branch.variable ??= { name: segment.slice(1, -1), branch: createBranch() };
    return branch.variable.branch;
  }
  const next = branch.fixed.get(segment) ?? createBranch();
  branch.fixed.set(segment, next);
  return next;
}

interface Walk {
  readonly segments: readonly string[];
  readonly method: string;
  readonly params: Record<string, string>;
}

function walk(branch: Branch, state: Walk, index: number): Operation | undefined {
  const segment = state.segments[index];
  if (segment === undefined) return branch.operations.get(state.method);
  const fixed = branch.fixed.get(segment);
  const found = fixed && walk(fixed, state, index + 1);
  if (found) return found;
  if (branch.variable === undefined) return undefined;
  const { name, branch: next } = branch.variable;
  state.params[name] = decode(segment);
  const deeper = walk(next, state, index + 1);
  if (deeper) return deeper;
  if (next.rest === undefined) return undefined;
  state.params[next.rest] = state.segments.slice(index).map(decode).join('/');
  return next.operations.get(state.method);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
