import { type GitOptions, git, tryGit } from '../../platform/process/git.ts';

/**
 * Runs a step and makes git know the files that it has created, as changes of the working tree: a changelog, the changesets
 * that a prerelease puts aside. What an earlier step left behind stays unknown. Nothing is staged.
 */
export async function trackingNewFiles<T>(step: () => Promise<T>, options: GitOptions): Promise<T> {
  const before = await newFiles(options);
  const result = await step();
  const made = (await newFiles(options)).filter((file) => !before.includes(file));
  if (made.length > 0) {
    await git(['add', '--intent-to-add', '--', ...made.map((file) => `:(literal)${file}`)], options);
  }
  return result;
}

async function newFiles(options: GitOptions): Promise<string[]> {
  const { exitCode, stdout } = await tryGit(['ls-files', '--others', '--exclude-standard', '-z'], options);
  return exitCode === 0 ? stdout.split('\0').filter((file) => file !== '') : [];
}
