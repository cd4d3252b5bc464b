import type { Checker } from '../checker.ts';
import type { Fault } from '../faults.ts';
import { createRouter, type Route } from '../router.ts';
import type { Violation } from '../types.ts';
import { type Access, type AccessBook, authorise } from './access.ts';
import { administrationHandlers, creationHandlers } from './administration-handlers.ts';
import { type Answer, json, notFound, Problem, problemAnswer } from './answer.ts';
import { appHandlers } from './app-handlers.ts';
import { archiveHandlers } from './archive-handlers.ts';
import { artifactHandlers } from './artifact-handlers.ts';
import { branchHandlers } from './branch-handlers.ts';
import type { ApiCall } from './call.ts';
import { compareHandlers } from './compare-handlers.ts';
import { contentHandlers } from './content-handlers.ts';
import { deploymentHandlers } from './deployment-handlers.ts';
import { gitHandlers } from './git-handlers.ts';
import { answerGraphql } from './graphql.ts';
import type { GlobalHandlers, RepositoryHandlers } from './handlers.ts';
import { expiryHeader, movedTo, parseBody, withEtag } from './http-rules.ts';
import { issueHandlers } from './issue-handlers.ts';
import { charge, limitHeaders, refund } from './limits.ts';
import { pullHandlers } from './pull-handlers.ts';
import { releaseHandlers } from './release-handlers.ts';
import { listHandlers } from './repository-lists.ts';
import { runHandlers } from './run-handlers.ts';
import { settingsHandlers } from './settings-handlers.ts';
import { statusHandlers } from './status-handlers.ts';
import { workflowHandlers } from './workflow-handlers.ts';
import { findRepository, type World } from './world.ts';

/** A request as the API sees it, whatever carried it. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly header: (name: string) => string | null;
  readonly body: string;
}

export interface ApiOptions {
  readonly world: World;
  readonly book: AccessBook;
  readonly apiVersion: 'current' | 'ghes-old';
  readonly rateLimits: 'on' | 'off';
  readonly checker: Checker | undefined;
  readonly violations: Violation[];
}

/** What is asked for, found before anything happens. */
export type Target =
  | { readonly kind: 'rest'; readonly operation: string; readonly route: Route }
  | { readonly kind: 'graphql'; readonly operation: string }
  | { readonly kind: 'unknown'; readonly operation: string };

/** A request that faults have let through. */
export interface Admitted {
  readonly incoming: Incoming;
  readonly target: Target;
  readonly access: Access;
  /** Bends what a dispatch or a list does. */
  readonly fault: Fault | undefined;
  /** How long the answer will be on its way. */
  readonly deliveryMs: number;
}

export interface Result {
  readonly answer: Answer;
  readonly charged: boolean;
}

export class Api {
  readonly #options: ApiOptions;
  readonly #router = createRouter();
  readonly #checker: Checker | undefined;
  readonly #global: GlobalHandlers;
  readonly #repository: RepositoryHandlers;

  constructor(options: ApiOptions) {
    const apps = appHandlers(options.book);
    this.#options = options;
    this.#checker = options.checker;
    this.#global = { ...apps.global, ...creationHandlers, ...listHandlers };
    this.#repository = {
      ...apps.repository,
      ...administrationHandlers,
      ...artifactHandlers,
      ...contentHandlers,
      ...archiveHandlers,
      ...compareHandlers,
      ...branchHandlers,
      ...gitHandlers,
      ...issueHandlers,
      ...pullHandlers,
      ...releaseHandlers,
      ...runHandlers,
      ...settingsHandlers,
      ...deploymentHandlers,
      ...statusHandlers,
      ...workflowHandlers,
    };
  }

  /** `path` is without the prefix of GitHub Enterprise Server. */
  target(method: string, path: string): Target {
    if (path === '/graphql') return { kind: 'graphql', operation: 'graphql' };
    const route = this.#router(method, path);
    return route ? { kind: 'rest', operation: route.operation.id, route } : { kind: 'unknown', operation: 'unknown' };
  }

  /** Answers as GitHub does. */
  answer({ incoming, target, access, fault, deliveryMs }: Admitted): Result {
    const { world } = this.#options;
    const now = world.timeline.now();
    const free = target.operation === 'rate-limit/get';
    let answer: Answer;
    try {
      if (!free && this.#options.rateLimits === 'on')
        charge(access, incoming.method, { now, deliveredAt: now + deliveryMs });
      answer = this.#handle(incoming, target, access, fault);
    } catch (error) {
      answer =
        error instanceof Problem
          ? this.#checked(problemAnswer(error), target, incoming)
          : this.#defect(target.operation, error instanceof Error && error.stack ? error.stack : String(error));
    }
    const final = withEtag(incoming, answer);
    if (final.status === 304) refund(access);
    const common = { ...this.#commonHeaders(incoming), ...expiryHeader(access), ...this.#limits(access, now) };
    const headers = { ...final.headers, ...common };
    return { answer: { ...final, headers }, charged: !free && final.status !== 304 };
  }

  #handle(incoming: Incoming, target: Target, access: Access, fault: Fault | undefined): Answer {
    const apiVersion = this.#apiVersion(incoming);
    const body = parseBody(incoming.body);
    if (target.kind === 'unknown') throw notFound();
    if (target.kind === 'graphql') return answerGraphql({ world: this.#options.world, access }, body ?? {});
    const moved = movedTo(this.#options.world, access, incoming, target.route);
    if (moved) return moved;
    const { operation, params } = target.route;
    const call: ApiCall = {
      world: this.#options.world,
      access,
      operation: operation.id,
      params,
      query: incoming.url.searchParams,
      body: body ?? {},
      apiVersion,
      accept: incoming.header('accept') ?? '',
      asOf: fault?.kind === 'stale' ? this.#options.world.timeline.now() - fault.ms : undefined,
      copies: fault?.kind === 'duplicate' ? 2 : fault?.kind === 'drop' ? 0 : 1,
      hiddenMs: fault?.kind === 'hidden' ? fault.ms : 0,
      old: this.#options.apiVersion === 'ghes-old',
    };
    return this.#checked(this.#run(call, target.route, body), target, incoming);
  }

  #run(call: ApiCall, { operation, params }: Route, body: unknown): Answer {
    const scoped = this.#repository[operation.id];
    const repository = scoped && findRepository(call.world, `${params.owner}/${params.repo}`);
    if (scoped && repository === undefined) throw notFound();
    if (repository) authorise(call.access, repository, operation);
    this.#checkRequest(call, body);
    if (scoped && repository) return scoped(repository, call);
    const handler = this.#global[operation.id];
    if (handler === undefined) throw new Error(`${operation.id} is in the list of operations and has no handler`);
    return handler(call);
  }

  #limits(access: Access, now: number): Record<string, string> {
    return this.#options.rateLimits === 'on' ? limitHeaders(access, now) : { 'x-github-enterprise-version': '3.19.0' };
  }

  #apiVersion(incoming: Incoming): string {
    const asked = incoming.header('x-github-api-version') ?? '2022-11-28';
    const known = this.#options.apiVersion === 'current' ? ['2022-11-28', '2026-03-10'] : ['2022-11-28'];
    if (known.includes(asked)) return asked;
    const message = `"${asked}" is not a supported version of the GitHub API. Supported versions: ${known.join(', ')}.`;
    throw new Problem(400, message);
  }

  #commonHeaders(incoming: Incoming): Record<string, string> {
    const version = incoming.header('x-github-api-version') ?? '2022-11-28';
    const outdated = version === '2022-11-28' && this.#options.apiVersion === 'current';
    return {
      'x-github-media-type': 'github.v3; format=json',
      'x-github-api-version-selected': version,
      ...(outdated && { deprecation: 'Tue, 10 Mar 2026 00:00:00 GMT', sunset: 'Fri, 10 Mar 2028 00:00:00 GMT' }),
    };
  }

  #checkRequest(call: ApiCall, body: unknown): void {
    if (this.#checker === undefined) return;
    const report = (message: string) =>
      this.#options.violations.push({ side: 'request', operation: call.operation, message });
    const query = this.#checker.query(call, call.query);
    if (query) report(query);
    const wrong = this.#checker.request(call, body);
    if (wrong === undefined) return;
    report(wrong);
    throw new Problem(422, wrong);
  }

  /** An answer that GitHub would not give is a defect of this program, and says so. */
  #checked(answer: Answer, target: Target, incoming: Incoming): Answer {
    if (this.#checker === undefined || target.kind !== 'rest' || typeof answer.body === 'object') return answer;
    const apiVersion = incoming.header('x-github-api-version') ?? '2022-11-28';
    const body: unknown = answer.body ? JSON.parse(answer.body) : undefined;
    const wrong = this.#checker.answer({ operation: target.operation, apiVersion }, answer.status, body);
    if (wrong === undefined) return answer;
    return this.#defect(target.operation, `answer ${answer.status} is not as described: ${wrong}`);
  }

  #defect(operation: string, message: string): Answer {
    this.#options.violations.push({ side: 'answer', operation, message });
    return json(500, { message: `Defect of the embedded GitHub: ${operation}: ${message}` });
  }
}
