import { kindOf } from '../errors.ts';

/**
 * Creates something, and where the answer leaves open whether that happened (kind `unclear`) looks whether it is there. The only
 * place that does so. More than one attempt is for what can be created once only, whoever tries: to repeat that is safe. Throws
 * the unclear failure where nothing is found after the last attempt, and any other failure at once.
 */
export async function ensure<T>(
  create: () => Promise<T>,
  find: () => Promise<T | undefined>,
  { attempts = 1 }: { readonly attempts?: number } = {},
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await create();
    } catch (error) {
      if (kindOf(error) !== 'unclear') throw error;
      const found = await find();
      if (found !== undefined) return found;
      if (attempt >= attempts) throw error;
    }
  }
}
