import { sha256Of } from '../../platform/files/file-digest.ts';
import { flag, type InputsOf, oneOf, optional, text } from '../../platform/runner/inputs.ts';
import { trainInputs } from './train-inputs.ts';
import { planHash, trainIdInput } from './train-options.ts';

export const planInputs = {
  ...trainInputs,
  manifest: optional(text),
  source: optional(oneOf('train', 'changesets'), 'train'),
  directory: optional(text, '.'),
  comment: optional(flag, false),
  'train-id': optional(trainIdInput),
  'plan-hash': optional(planHash),
} as const;

export type PlanInputs = InputsOf<typeof planInputs>;

/** A plan, whatever made it, as this action hands it on. */
export interface ShownPlan {
  readonly plan: unknown;
  readonly versions: Readonly<Record<string, string>>;
  readonly waves: readonly (readonly string[])[];
  /** For `strategy.matrix`: one for each wave. */
  readonly matrices: readonly { readonly include: readonly object[] }[];
  /** What becomes of the ranges of those that need others; absent where nobody looked. */
  readonly ranges?: readonly object[];
  /** SHA-256 of the plan's canonical JSON. */
  readonly hash: string;
  readonly markdown: string;
  readonly warnings: readonly { readonly message: string }[];
}

/** SHA-256 in hex; the text has to be the same for the same plan. */
export function sha256(text: string): string {
  return sha256Of(text);
}
