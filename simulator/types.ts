/** What repositories and their runs are told to be, and what the embedded GitHub tells of them. */
export type * from './definitions.ts';
export type * from './effects.ts';
export type * from './run-script.ts';
