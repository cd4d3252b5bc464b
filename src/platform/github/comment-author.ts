/** Who wrote a comment, as GitHub says it. */
export interface CommentAuthor {
  readonly user?: { readonly type?: string } | null;
  readonly author_association?: string;
}

/** https://docs.github.com/graphql/reference/enums#commentauthorassociation */
const TRUSTED: readonly (string | undefined)[] = ['OWNER', 'MEMBER', 'COLLABORATOR'];

/**
 * Whether a comment is by somebody with a say in the repository, or by an app that is installed there. Anyone may comment on
 * what is public, and write our markers into a comment of his own.
 */
export function isTrustedAuthor({ user, author_association }: CommentAuthor): boolean {
  return user?.type === 'Bot' || TRUSTED.includes(author_association);
}
