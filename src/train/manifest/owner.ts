/** The owner in `owner/name`, in lower case: GitHub does not distinguish the case of names. */
export function ownerOf(repository: string): string {
  return (repository.split('/', 1)[0] ?? '').toLowerCase();
}
