import { isRecord } from '../../src/platform/records.ts';
import type { RulesetDefinition } from '../types.ts';
import { allows } from './access.ts';
import { type Answer, json, listIn, noContent, objectIn, Problem, requiredText, validationFailed } from './answer.ts';
import type { ApiCall } from './call.ts';
import type { GlobalHandlers, RepositoryHandlers } from './handlers.ts';
import { createRepository } from './repositories.ts';
import { environmentBody, rulesetBody } from './settings-handlers.ts';
import { fullRepositoryBody } from './shapes.ts';
import { findRepository, type Repository } from './world.ts';

/** What an administrator does to repositories over the API. */
export const administrationHandlers: RepositoryHandlers = {
  'repos/delete': (repository, { world }) => {
    world.repositories.delete(repository.fullName.toLowerCase());
    world.record({ kind: 'repository-deleted', repository: repository.fullName });
    return noContent();
  },
  'repos/replace-all-topics': (repository, call) => {
    const names = listIn(call.body, 'names').map(String);
    change(repository, { topics: names });
    return json(200, { names });
  },
  'repos/create-repo-ruleset': (repository, call) => {
    const ruleset = readRuleset(call);
    change(repository, { rulesets: [...(repository.definition.rulesets ?? []), ruleset] });
    return json(201, rulesetBody(repository, ruleset));
  },
  'repos/create-or-update-environment': (repository, call) => {
    const environment = { name: call.params.environment_name ?? '' };
    change(repository, { environments: [...(repository.definition.environments ?? []), environment] });
    return json(200, environmentBody(call, repository, environment));
  },
};

export const creationHandlers: GlobalHandlers = { 'repos/create-in-org': createInOrganisation };

function createInOrganisation(call: ApiCall): Answer {
  const { access, world, params, body } = call;
  const [owner, name] = [params.org ?? '', requiredText(body, 'name')];
  const token = access.kind === 'token' ? access.token : undefined;
  const isInside = token?.owners?.some((one) => one.toLowerCase() === owner.toLowerCase()) ?? false;
  if (!isInside || !allows(token?.permissions, 'administration', 'write')) {
    throw new Problem(403, 'Resource not accessible by integration');
  }
  if (findRepository(world, `${owner}/${name}`)) throw validationFailed('Repository', 'name', 'already_exists');
  const files = body.auto_init === true ? { 'README.md': `# ${name}\n` } : {};
  const isPrivate = body.private === true || body.visibility === 'private';
  const repository = createRepository(world, { owner, name, private: isPrivate, files, workflowsByFiles: true });
  world.record({ kind: 'repository-created', repository: repository.fullName });
  return json(201, fullRepositoryBody(world, repository, 'write'));
}

function change(repository: Repository, settings: Partial<Repository['definition']>): void {
  repository.definition = { ...repository.definition, ...settings };
}

/** One branch or pattern of tags a ruleset, and Apps in its bypass list. */
function readRuleset({ body, world }: ApiCall): RulesetDefinition {
  const [include = ''] = listIn(objectIn(objectIn(body, 'conditions'), 'ref_name'), 'include').map(String);
  const [, kind, name = ''] = /^refs\/(heads|tags)\/(.*)/.exec(include) ?? [];
  const rules = listIn(body, 'rules').flatMap((rule) => (isRecord(rule) ? [String(rule.type)] : []));
  const bypassApps = listIn(body, 'bypass_actors').flatMap((actor) =>
    isRecord(actor) && actor.actor_type === 'Integration' ? [Number(actor.actor_id)] : [],
  );
  return { id: world.nextId(), ...(kind === 'tags' ? { tag: name } : { branch: name }), rules, bypassApps };
}
