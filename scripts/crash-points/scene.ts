import type { Servers } from '../../__tests__/support/servers.ts';
import type { SimulatedGitHub } from '../../simulator/github.ts';

/** A train that is killed somewhere and taken up again, and what must be true of it then. */
export interface Scene {
  readonly name: string;
  /** So often a train speaks with others that is not killed, its plan included; by where its state is. */
  readonly calls: Readonly<Record<'file' | 'branch', number>>;
  /** Answers what is wrong at its end. */
  readonly play: (stage: Stage) => Promise<readonly string[]>;
}

export interface Stage {
  readonly github: SimulatedGitHub;
  readonly servers: Servers;
  readonly workspace: string;
  /** What is not GitHub says so, too, when it is called. */
  readonly onCall: () => void;
  /** From here on it may be killed. */
  readonly arm: () => void;
  /** Starts the built train with these inputs, and waits for its end. */
  readonly start: (inputs: Readonly<Record<string, string>>) => Promise<Ended>;
}

/** The most often that a job is run again. */
const MOST_STARTS = 8;

/** Starts it again as long as it is killed. */
export async function untilItEnds(start: Stage['start'], inputs: Parameters<Stage['start']>[0]): Promise<Ended> {
  let ended = await start(inputs);
  for (let starts = 1; starts < MOST_STARTS && ended.exitCode === null; starts += 1) ended = await start(inputs);
  return ended;
}

export interface Ended {
  /** Null where it was killed. */
  readonly exitCode: number | null;
  readonly said: string;
}
