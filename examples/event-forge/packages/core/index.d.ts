export interface Message {
  readonly id: string;
  readonly topic: string;
  readonly payload: unknown;
}

export interface Store {
  add(message: Message): Promise<void>;
  pending(limit: number): Promise<readonly Message[]>;
  markPublished(ids: readonly string[]): Promise<void>;
}

export function memoryStore(): Store;
export function relay(options: {
  store: Store;
  publish: (message: Message) => Promise<void>;
  batch?: number;
}): Promise<number>;
export function inbox(
  handler: (message: Message) => Promise<void>,
  seen?: Set<string>,
): (message: Message) => Promise<boolean>;
