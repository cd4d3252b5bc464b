import { messageOf } from '../errors.ts';

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is a file',
  EISDIR: 'it is a folder, expected a file',
  EACCES: 'the user of this job may not read it',
  EPERM: 'the user of this job may not read it',
  ENAMETOOLONG: 'its name is too long for a file',
};

/** Why a file could not be read, for people: without the place of the workspace on this machine where Node would name it. */
export function whyUnreadable(error: unknown): string {
  const { code = '' } = (typeof error === 'object' && error !== null ? error : {}) as NodeJS.ErrnoException;
  return WORDS[code] ?? messageOf(error);
}
