import { composeService, deploymentFacts, type Partly } from './definition.ts';
import { type Discovery, discover, type WantedDiscovery } from './discover.ts';
import type { Task } from './outcome-text.ts';
import { deregister, register, setStatus, type Tools } from './register.ts';

interface Knowledge {
  /** What is said of the service, the most specific first. */
  readonly facts: readonly Partly[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** How the discovery document is to be. */
  readonly wanted: Omit<WantedDiscovery, 'name' | 'refresh'>;
}

/** Does what a step was asked to do. A discovery document that was read is in the answer. */
export async function operate(task: Task, { facts, env, wanted }: Knowledge, tools: Tools): Promise<Discovery> {
  const { operation, name = '', status } = task;
  switch (operation) {
    case 'register':
      return { outcome: await register(composeService(facts, deploymentFacts(env, tools.clock.now())), tools) };
    case 'status':
      return { outcome: await setStatus(name, status, tools) };
    case 'deregister':
      return { outcome: await deregister(name, tools) };
    case 'refresh':
    case 'discover':
      return discover({ ...wanted, name: task.name, refresh: operation === 'refresh' }, tools);
  }
}
