import { KnownError, messageOf } from '../../platform/errors.ts';

/** What was found out, or why it could not be: what is not known is never taken for fine. */
export type Seen<T> = { readonly value: T } | { readonly unknown: string };

/** Asks once; a failure that we know is the reason, anything else is a defect of ours. */
export async function seen<T>(question: () => Promise<T>): Promise<Seen<T>> {
  try {
    return { value: await question() };
  } catch (error) {
    if (error instanceof KnownError) return { unknown: messageOf(error) };
    throw error;
  }
}

export function knownOf<T>(one: Seen<T> | undefined): T | undefined {
  return one && 'value' in one ? one.value : undefined;
}

export function reasonOf(one: Seen<unknown> | undefined): string | undefined {
  return one && 'unknown' in one ? one.unknown : undefined;
}
