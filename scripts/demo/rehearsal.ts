import type { Manifest } from '../../src/train/manifest/manifest.ts';

/** What a person wants to see happen to a manifest. */
export interface Rehearsal {
  /** The path of the manifest. */
  readonly file: string;
  readonly manifest: Manifest;
  /** Of the train, beside those that the story gives. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Ids of the components whose runs fail; emptied before a second attempt. */
  readonly fail: string[];
  /** Whether a train that failed is started once more, and nothing fails then. */
  readonly again: boolean;
  /** Whether the orchestrator is killed halfway and started again. */
  readonly kill: boolean;
  /** Whether the train goes on step by step. */
  readonly advance: boolean;
  /** Owners whose token is missing. */
  readonly withoutToken: readonly string[];
  /** Whether the embedded GitHub stays up until a person ends it. */
  readonly keep: boolean;
  /** Whether the step summary is printed. */
  readonly markdown: boolean;
}
