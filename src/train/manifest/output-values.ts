import { listed, looksLikeToken, quote } from '../../platform/text/wording.ts';

/** Characters of JSON. What is longer is a file, and files are shared by share-artifact. */
export const LARGEST_OUTPUTS = 32 * 1024;
const KEY = /^[A-Za-z][\w-]{0,99}$/;
/** What GitHub writes where a secret stood. */
const MASKED = /^\*{3,}$/;

type CheckedOutputs =
  | { readonly outputs: Readonly<Record<string, string>>; readonly fault?: never }
  | { readonly outputs?: never; readonly fault: string };

/**
 * What a component hands on, as it stands in its artifact: a map of texts, short, and without secrets, for it is kept in git for
 * ever. `isSecret` knows this job's own. The fault is read after "of its outputs".
 */
export function checkedOutputs(values: unknown, isSecret: (text: string) => boolean = () => false): CheckedOutputs {
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    return { fault: 'nothing can be read: they are no JSON map of texts' };
  const size = JSON.stringify(values).length;
  if (size > LARGEST_OUTPUTS)
    return {
      fault: `there are ${size} characters of JSON, more than ${LARGEST_OUTPUTS}: hand on files by share-artifact`,
    };
  const faults = Object.entries(values).flatMap(([key, value]) => faultOf(key, value, isSecret) ?? []);
  if (faults.length > 0) return { fault: listed(faults) };
  return { outputs: values as Record<string, string> };
}

function faultOf(key: string, value: unknown, isSecret: (text: string) => boolean): string | undefined {
  if (!KEY.test(key)) return `${quote(key)} is no key: expected letters, digits, "-" and "_", and a letter first`;
  if (typeof value !== 'string') return `${key} is ${kindOf(value)}, not a text: write it in quotes`;
  if (MASKED.test(value)) return `${key} is ${value}: a secret stood there, and was masked`;
  if (looksLikeToken(value) || isSecret(value))
    return `${key} holds a secret, and what is handed on is kept where many can read it: leave it out, and revoke it`;
  return undefined;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'a map' : `a ${typeof value}`;
}
