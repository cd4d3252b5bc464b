/** The name of a workflow's file as GitHub's API wants it: people copy its path. */
export function workflowFileName(workflow: string): string {
  return workflow.replace(/^\.?\/?\.github\/workflows\//, '');
}
