import { UserError } from '../errors.ts';

/** The two parts of `owner/name`, named as in GitHub's routes. Throws a UserError for text that is no repository. */
export function ownerAndRepo(repository: string): { owner: string; repo: string } {
  const [owner = '', repo = '', more] = repository.split('/');
  if (owner === '' || repo === '' || more !== undefined) {
    throw new UserError(`${JSON.stringify(repository)} is not a repository: expected owner/name.`);
  }
  return { owner, repo };
}

/** The owner in `owner/name`. Throws a UserError for text that is no repository. */
export function ownerOf(repository: string): string {
  return ownerAndRepo(repository).owner;
}
