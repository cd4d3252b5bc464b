import type { Clock } from '../../time/clock.ts';
import type { TokenSource } from './tokens.ts';

/** A token with the end of its life, in milliseconds since the epoch. */
interface Minted {
  readonly token: string;
  readonly expiresAt: number;
}

/** A token is renewed while this much of its life is left, so that no request under way loses it. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** If renewing fails, the old one serves while this much is left. */
const USABLE_BEFORE_MS = 30_000;

/** A token made by `mint` and made again before its life ends; callers at the same time share one minting. */
export function mintedToken(name: string, clock: Clock, mint: () => Promise<Minted>): TokenSource {
  let current: Minted | undefined;
  let minting: Promise<Minted> | undefined;
  const fresh = async (): Promise<Minted> => {
    try {
      current = await mint();
      return current;
    } catch (error) {
      if (current && clock.now() < current.expiresAt - USABLE_BEFORE_MS) return current;
      throw error;
    } finally {
      minting = undefined;
    }
  };
  return {
    name,
    async get() {
      if (current && clock.now() < current.expiresAt - RENEW_BEFORE_MS) return current.token;
      minting ??= fresh();
      return (await minting).token;
    },
    refresh() {
      current = undefined;
      return true;
    },
  };
}
