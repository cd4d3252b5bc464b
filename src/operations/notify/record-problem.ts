import { serialiseDocument } from '../../engine/stores/json-document.ts';
import { PROBLEMS, readProblems } from '../../engine/stores/kept-problems.ts';
import type { StateStore } from '../../engine/stores/train-store.ts';
import type { Fact } from '../../train/telling/fact.ts';
import { type Concern, withConcerns } from '../../train/telling/problems.ts';

type Documents = Pick<StateStore, 'read' | 'change'>;

/** What is known of a problem that a step tells of: its messages so far, by channel. */
export async function refsOf(store: Documents, key: string): Promise<Readonly<Record<string, string>>> {
  const problems = readProblems(await store.read(PROBLEMS));
  const problem = Object.hasOwn(problems, key) ? problems[key] : undefined;
  return problem?.resolvedAt === undefined ? (problem?.refs ?? {}) : {};
}

/**
 * Whether one of the facts is news for what is kept of its problem: what was said of it last, or the end of what is not open, needs
 * no more words.
 */
export async function isNews(store: Documents, facts: readonly Fact[]): Promise<boolean> {
  const problems = readProblems(await store.read(PROBLEMS));
  return facts.some(({ id, problem, resolves }) => {
    const key = problem ?? resolves ?? '';
    const known = Object.hasOwn(problems, key) ? problems[key] : undefined;
    const open = known?.resolvedAt === undefined ? known : undefined;
    return resolves === undefined ? open?.facts.at(-1) !== id : open !== undefined;
  });
}

interface ProblemRecord {
  readonly key: string;
  readonly concerns: readonly Concern[];
  readonly refs: Readonly<Record<string, string>>;
  readonly now: number;
}

/** Opens, feeds or closes problems by what a step told, and keeps where it told it of the one that is called `key`. */
export async function recordProblem(store: Documents, { key, concerns, refs, now }: ProblemRecord): Promise<void> {
  const edit = (text: string | undefined) => {
    const before = readProblems(text);
    const after = withConcerns(before, concerns, now);
    const problem = after[key];
    if (!problem || Object.keys(refs).length === 0) return after === before ? undefined : serialiseDocument(after);
    return serialiseDocument({ ...after, [key]: { ...problem, refs: { ...problem.refs, ...refs } } });
  };
  await store.change(PROBLEMS, edit, `problem ${key}`);
}
