import type { Feature } from '../../simulator/histories/scenario.ts';

/** A defect to plant: a text that stands exactly once in a file, and what takes its place. */
export interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Features without which a history cannot show it: such seeds are passed over. */
  readonly shownBy?: readonly Feature[];
}

const launch = 'src/engine/runs/launch.ts';
const drive = 'src/engine/drive/drive.ts';
const workingCopy = 'src/engine/drive/working-copy.ts';
const dispatch = 'src/train/machine/dispatch.ts';
const resume = 'src/train/machine/resume.ts';

export const MUTANTS: readonly Mutant[] = [
  {
    name: 'a dispatch is retried blindly',
    file: 'src/platform/github/dispatches.ts',
    from: '.write<RunDetails | undefined>(',
    to: '.writeIdempotent<RunDetails | undefined>(',
  },
  {
    name: 'the last run is taken for ours',
    file: 'src/engine/runs/search.ts',
    from: 'carriesNonce(run.displayTitle, nonce) && isRecent',
    to: 'nonce !== undefined && isRecent',
  },
  {
    name: 'the dispatch does not wait for its intent',
    file: 'src/engine/drive/work-pool.ts',
    from: 'if (!unsavedIntent) void this.#work',
    to: 'if (!unsavedIntent || true) void this.#work',
  },
  {
    name: 'Retry-After is ignored',
    file: 'src/platform/github/client/sender.ts',
    from: 'if (limit) traffic.limited(limit, leftAt);',
    to: 'if (limit) traffic.answered(leftAt);',
  },
  {
    name: 'a run that is 404 has failed',
    file: 'src/engine/runs/follow.ts',
    from: 'watch.wasThere ? GONE_MS : APPEAR_MS',
    to: '0',
  },
  {
    name: 'dependents start eagerly',
    file: 'src/train/machine/decide.ts',
    from: 'isReleased(componentOf(state, need).status)',
    to: "componentOf(state, need).status !== 'pending'",
  },
  {
    name: 'neutral counts as success',
    file: dispatch,
    from: "if (conclusion === 'success') return",
    to: "if (conclusion === 'success' || conclusion === 'neutral') return",
  },
  {
    name: 'cancelled counts as success',
    file: dispatch,
    from: "if (conclusion === 'success') return",
    to: "if (conclusion === 'success' || conclusion === 'cancelled') return",
  },
  {
    name: 'rollback in the order of completion',
    file: 'src/train/machine/rollback.ts',
    from: '(b.finishedAt ?? 0) - (a.finishedAt ?? 0)',
    to: '(a.finishedAt ?? 0) - (b.finishedAt ?? 0)',
  },
  {
    name: 'rollback while siblings are in flight',
    file: 'src/train/machine/rollback.ts',
    from: "isInFlight(status) || status === 'rolling-back'",
    to: "status === 'rolling-back'",
  },
  {
    name: 'nobody asks what is there again after a rollback',
    file: 'src/train/machine/rollback.ts',
    from: "status === 'rolled-back' && rollback?.health !== undefined",
    to: "status === 'pending' && rollback?.health !== undefined",
  },
  {
    name: 'what is there again is asked before all is back',
    file: 'src/train/machine/decide.ts',
    from: "  if (next) return [{ type: 'intend', component: next.id, purpose: 'rollback' }];\n  if (!isQuiet) return [];",
    to: "  if (next && unjudged(plan, state).length === 0) return [{ type: 'intend', component: next.id, purpose: 'rollback' }];\n  if (!isQuiet) return [];",
  },
  {
    name: 'an unhealthy rollback counts as a success',
    file: 'src/train/machine/outcome.ts',
    from: "restored?.verdict === 'unhealthy'",
    to: 'restored?.verdict === undefined && false',
  },
  {
    name: 'a deployment is recorded without a look for it',
    file: 'src/engine/drive/record-deployment.ts',
    from: 'const found = oldestOf(earlier, wanted);',
    to: 'const found = earlier.length < 0 ? 1 : undefined;',
  },
  {
    name: 'the deployment before stays active',
    file: 'src/engine/drive/record-deployment.ts',
    from: "if (state !== 'success') return id;",
    to: 'if (id > 0) return id;',
  },
  {
    name: 'nobody looks at the records at the end',
    file: 'src/engine/drive/deployment-records.ts',
    from: 'if (!isOpen(copy.savedState)) await this.#check(copy, deadline);',
    to: 'if (deadline === 0) await this.#check(copy, deadline);',
    shownBy: ['late'],
  },
  {
    name: 'what was recorded twice stays active',
    file: 'src/engine/drive/record-deployment.ts',
    from: 'if (id !== known && LIVE.includes(said))',
    to: 'if (id !== known && said === undefined && false)',
    shownBy: ['late'],
  },
  {
    name: "everybody's deployments are taken off",
    file: 'src/engine/drive/record-deployment.ts',
    from: 'return payload.component === component && payload.train !== undefined;',
    to: 'return payload.component === component || payload.train === undefined;',
  },
  {
    name: 'what was not recorded is noted as recorded',
    file: 'src/train/telling/wanted-deployments.ts',
    from: 'const { tries = 0, next: _, ...before }',
    to: "if (at > 0) return { ...ledger, deployments: { ...ledger.deployments, [key]: { id: 1, state: 'success' } } };\n  const { tries = 0, next: _, ...before }",
  },
  {
    name: 'an old intent is sent without a look',
    file: launch,
    from: "sent === 'fresh' && clock.now() - (resend?.at ?? intendedAt) <= FRESH_MS;",
    to: 'sent !== undefined && clock.now() > 0 && (resend?.at ?? intendedAt) > 0 && FRESH_MS > 0;',
  },
  {
    name: 'a zombie sends what it had in hand',
    file: launch,
    from: 'clock.now() - (resend?.at ?? intendedAt) <= FRESH_MS',
    to: 'clock.now() >= 0 && (resend?.at ?? intendedAt) >= 0',
  },
  {
    name: 'a part of the nonce is enough',
    file: 'src/platform/text/nonce.ts',
    from: 'if (!PART_OF_WORD.test(before) && !PART_OF_WORD.test(after)) return true;',
    to: 'return before !== undefined && after !== undefined;',
  },
  {
    name: 'the next nonce can be known beforehand',
    file: drive,
    from: 'const unguessable = this.#options.unguessable();',
    to: "const unguessable = 'known00000';",
  },
  {
    name: "a stranger's run counts",
    file: 'src/engine/runs/dispatched-by.ts',
    from: "return sender === undefined || actor === '' || isSameLogin(actor, sender);",
    to: "return sender !== '' || isSameLogin(actor, sender);",
  },
  {
    name: "a stranger's claim counts",
    file: 'src/engine/runs/counted-run.ts',
    from: 'if (!bad && !wanted.claimCounts) return seen;',
    to: 'if (!bad) return seen;',
  },
  {
    name: 'every sending has another nonce',
    file: 'src/engine/drive/activities.ts',
    from: '...targetFor(planned, purpose, { dispatch, values',
    to: '...targetFor(planned, purpose, { dispatch: { ...dispatch, nonce: dispatch.nonce + how.clock.now() }, values',
  },
  {
    name: 'the branch is written without compare-and-swap',
    file: 'src/engine/stores/branch-store.ts',
    from: "if (!isKnown && ((await loadAt(trainId, base.oid))?.writes ?? 0) !== saved.writes - 1) return 'lost';",
    to: '',
  },
  {
    name: 'the gates are skipped',
    file: 'src/engine/drive/gates.ts',
    from: 'const served = yield* awaitServed(planned, gates.registry, options);',
    to: "yield { type: 'gates-passed' };\n  const served = yield* awaitServed(planned, gates.registry, options);",
  },
  {
    name: 'the health gate is skipped',
    file: 'src/engine/drive/gates.ts',
    from: 'if (planned.health.length > 0)',
    to: 'if (planned.health.length > 99)',
  },
  {
    name: 'who lost the race sends all the same',
    file: workingCopy,
    from: '    this.#fresh.clear();\n',
    to: '',
  },
  {
    name: 'a resume dispatches what succeeded again',
    file: resume,
    from: "if (isReleased(status) || status === 'verifying'",
    to: "if (status === 'verifying'",
  },
  {
    name: 'a resume dispatches what only failed its gates',
    file: resume,
    from: "return { ...rest, status: 'verifying', since: at };",
    to: 'return reopened(rest, at);',
  },
  {
    name: 'a late event reopens what has ended',
    file: dispatch,
    from: "before.status === 'dispatching' || before.status === 'running';",
    to: "before.status !== 'pending';",
  },
  {
    name: 'twins of a run are not looked for',
    file: 'src/engine/runs/counted-run.ts',
    from: "if (wanted.nonce === undefined || run.conclusion !== 'success') return seen;",
    to: "if (wanted.nonce !== '' || run.conclusion !== 'success') return seen;",
  },
  {
    name: 'an unclear dispatch is sent again at once',
    file: launch,
    from: 'const SETTLE_MS = 90_000;',
    to: 'const SETTLE_MS = 1;',
  },
  {
    name: 'max-parallel is ignored',
    file: 'src/train/machine/decide.ts',
    from: 'Math.max(0, plan.maxParallel - inFlight)',
    to: 'plan.maxParallel + inFlight',
  },
  {
    name: 'the canary does not hold the rest back',
    file: 'src/train/machine/decide.ts',
    from: "(canary.stage === 'open' || canary.components.has(planned.id))",
    to: "(canary.stage === 'open' || canary.components.size > 0)",
  },
  {
    name: 'nothing is saved on SIGINT',
    file: drive,
    from: 'if (signal.aborted) return this.#abandon();',
    to: 'if (signal.aborted) await new Promise(() => {});',
  },
  {
    name: 'advance holds its job for the health gate',
    file: 'src/engine/drive/gates.ts',
    from: 'const until = once ? Math.min(deadline, clock.now() + ONE_LOOK_MS) : deadline;',
    to: 'const until = deadline;',
  },
  {
    name: 'what was told to be blocked is forgotten',
    file: 'src/train/machine/apply.ts',
    from: 'return isTerminal(after.status) && !isTerminal(before.status) ? blockDependents(plan, next, event) : next;',
    to: 'return next;',
  },
  {
    name: 'it is sent again without asking',
    file: 'src/engine/drive/activities.ts',
    from: '    asksToResend: true,\n',
    to: '',
  },
  {
    name: 'everybody who asks sends it again',
    file: dispatch,
    from: 'after !== waitingSince(dispatch) || at <= after',
    to: 'at <= after',
  },
  {
    name: 'earlier tries are not looked at',
    file: launch,
    from: 'const alive = await aliveTry(wanted, world);',
    to: 'const alive = wanted.sent === undefined ? await aliveTry(wanted, world) : undefined;',
  },
  {
    name: 'who lost the race sticks to what it decided',
    file: workingCopy,
    from: 'if (!isDecision(event)) this.apply(event);',
    to: 'this.apply(event);',
  },
  {
    name: 'a fact is noted as told before it is told',
    file: 'src/engine/drive/outbox.ts',
    from: '    const what = { channel: channel.name, facts };\n',
    to: '    const what = { channel: channel.name, facts };\n    copy.noteDelivery((ledger) => told(ledger, what, { at: clock.now() }));\n',
  },
  {
    name: 'what was told is dated when it is written',
    file: 'src/engine/drive/outbox.ts',
    from: 'told(ledger, what, { at, ref, keep })',
    to: 'told(ledger, what, { at: at > 0 ? clock.now() : at, ref, keep })',
  },
  {
    name: 'facts are not noted with the state',
    file: 'src/engine/drive/working-copy.ts',
    from: '    if (!telling) return ledger;\n',
    to: "    if (!telling || this.#state.status !== 'running') return ledger;\n",
  },
  {
    name: 'a failure on one channel counts for all',
    file: 'src/train/telling/ledger.ts',
    from: '    notices[id] = { ...notices[id], [channel]: change(before) };',
    to: '    notices[id] = Object.fromEntries(Object.keys({ ...notices[id], [channel]: 0 }).map((name) => [name, change(before)]));',
  },
  {
    name: 'an issue is not looked at before it is told',
    file: 'src/operations/notify/channels/issue.ts',
    from: 'inParts(facts.filter(({ id }) => !told.has(id)))',
    to: 'inParts(facts.filter(({ id }) => !told.has(id) || id !== undefined))',
    shownBy: ['late'],
  },
  {
    name: 'what stands twice in an issue stays there',
    file: 'src/operations/notify/told-once.ts',
    from: 'if (again.length === 0) kept.push(comment);',
    to: 'if (again.length >= 0) kept.push(comment);',
    shownBy: ['late'],
  },
  {
    name: 'nobody tidies up after the dead',
    file: 'src/engine/drive/outbox.ts',
    from: 'if (channel.tidy && wasTold)',
    to: 'if (channel.tidy && !wasTold)',
    shownBy: ['late'],
  },
  {
    name: 'a failure is given up at once',
    file: 'src/train/telling/ledger.ts',
    from: "    return retry === 'never' || then > since + GIVE_UP_MS ? failed : { ...failed, next: then };",
    to: '    return failed;',
  },
  {
    name: 'what was told is not noted at the end of a step',
    file: 'src/engine/drive/tell-the-rest.ts',
    from: '    await untilAborted(Promise.all(projections.map((one) => one.finish(copy, until))), signal);\n    await note(copy, signal);',
    to: '    await untilAborted(Promise.all(projections.map((one) => one.finish(copy, until))), signal);',
  },
  {
    name: 'people are led back to what they left',
    file: 'src/engine/stores/last-good.ts',
    from: 'return goesBack ? backTo(known, now) : succeededBy(known, now);',
    to: 'return succeededBy(known, now);',
    shownBy: ['going back'],
  },
  {
    name: 'a way back that failed is told as any failure',
    file: 'src/train/machine/rollback.ts',
    from: 'return goesBack === true && rollback === undefined',
    to: 'return goesBack === true && rollback !== undefined',
    shownBy: ['going back'],
  },
  {
    name: 'a way back is recorded as a deployment',
    file: 'src/train/telling/wanted-deployments.ts',
    from: "purpose === 'rollback' || planned.goesBack ?",
    to: "purpose === 'rollback' ?",
    shownBy: ['going back'],
  },
  {
    name: 'what failed on a way back is good no more',
    file: 'src/engine/stores/last-good.ts',
    from: 'return isLeft ? { ...known, tried: { version, trainId, at: finishedAt } } : undefined;',
    to: 'return isLeft ? { version, trainId, at: finishedAt } : undefined;',
    shownBy: ['going back'],
  },
  {
    name: 'a step that ends tells nothing',
    file: 'src/engine/drive/tell-the-rest.ts',
    from: '    await untilAborted(Promise.all(projections.map((one) => one.finish(copy, until))), signal);\n',
    to: '',
  },
  {
    name: 'only what still stands in the state is told',
    file: 'src/train/telling/ledger.ts',
    from: "({ id, kind }) => kind === 'needs-person' && !current.has(id)",
    to: '({ id }) => current.has(id)',
  },
  {
    name: 'a channel without an answer holds up all that comes',
    file: 'src/engine/drive/channel.ts',
    from: 'const DELIVERY_MS = 15_000;',
    to: 'const DELIVERY_MS = 4 * 86_400_000;',
  },
  {
    name: 'people are given the time of the machine',
    file: 'src/engine/runs/overdue.ts',
    from: 'if (waitingSince !== undefined) return yield* enforceApproval',
    to: 'if (waitingSince !== undefined && now < deadline) return yield* enforceApproval',
  },
  {
    name: 'a wait is forgotten by who follows it',
    file: 'src/engine/runs/follow.ts',
    from: 'if (!isWaiting && watch.waitingSince !== undefined) watch.deadline +=',
    to: 'if (!isWaiting && watch.waitingSince === 0) watch.deadline +=',
  },
  {
    name: 'a wait is forgotten by who comes next',
    file: 'src/train/machine/decide.ts',
    from: 'startOf(dispatch, since) + timeout + total;',
    to: 'startOf(dispatch, since) + timeout + 0 * total;',
  },
  {
    name: 'nobody knows since when it waits',
    file: 'src/train/machine/decide.ts',
    from: '...(waitingSince !== undefined && { waitingSince })',
    to: '...(waitingSince === 0 && { waitingSince })',
  },
  {
    name: 'what nobody can name is tried again',
    file: dispatch,
    from: 'dispatch: { ...rest, untraceable: true }',
    to: 'dispatch: rest',
  },
  {
    name: 'a dispatch without a name is sent again',
    file: launch,
    from: 'return isGone && sends < MOST_SENDS && nonce !== undefined;',
    to: "return isGone && sends < MOST_SENDS && nonce !== '';",
    shownBy: ['nameless'],
  },
  {
    name: 'a dispatch is sent what another component handed on',
    file: 'src/train/machine/handed-on.ts',
    from: "const there = 'previous' in asked ? planned.previousOutputs : outputsOf(plan, state, asked.component);",
    to: "const there = 'previous' in asked ? planned.previousOutputs : (plan.components.map(({ id }) => outputsOf(plan, state, id)).find(Boolean) ?? {});",
    shownBy: ['outputs'],
  },
  {
    name: 'a rollback is sent what was handed on last',
    file: 'src/train/machine/handed-on.ts',
    from: "'previous' in asked ? planned.previousOutputs :",
    to: "'previous' in asked ? outputsOf(plan, state, planned.id) :",
    shownBy: ['outputs'],
  },
  {
    name: 'a masked secret is handed on',
    file: 'src/train/manifest/output-values.ts',
    from: 'const MASKED = /^\\*{3,}$/;',
    to: 'const MASKED = /^\\*{9,}$/;',
    shownBy: ['outputs', 'failures'],
  },
  {
    name: 'a resume forgets what nobody can name',
    file: resume,
    from: "isFailure(status) && (status === 'timed-out' || dispatch?.untraceable)",
    to: "status === 'timed-out'",
  },
  {
    name: 'an older server is not asked whether it names runs',
    file: launch,
    from: 'const mustName = nonce === undefined && !fireAndForget;',
    to: 'const mustName = nonce === undefined && fireAndForget === true;',
  },
];
