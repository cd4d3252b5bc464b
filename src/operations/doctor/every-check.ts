import { changesetChecks } from './checks/changesets.ts';
import { notificationChecks } from './checks/channels-in-use.ts';
import { driftChecks, trainDriftChecks } from './checks/drift.ts';
import { artifactChecks } from './checks/good-artifacts.ts';
import { homeChecks } from './checks/home.ts';
import { hubChecks } from './checks/hub.ts';
import { packageChecks } from './checks/npm-packages.ts';
import { ownerChecks } from './checks/owner-token.ts';
import { pythonPackageChecks } from './checks/python-packages.ts';
import { repositoryChecks } from './checks/repository-usable.ts';
import { scheduleChecks } from './checks/schedule-delay.ts';
import { serviceChecks } from './checks/services.ts';
import { stateSizeChecks } from './checks/state-size.ts';
import { templateChecks } from './checks/templates.ts';
import { tokenChecks, triedSome } from './checks/token.ts';
import { workflowChecks } from './checks/workflow.ts';
import type { DoctorCheck } from './pass.ts';

/** Everything that is looked at, in the order in which each subject is asked. A new check is an entry here. */
export const CHECKS: readonly DoctorCheck[] = [
  ...ownerChecks,
  triedSome,
  ...repositoryChecks,
  ...workflowChecks,
  ...tokenChecks,
  ...packageChecks,
  ...pythonPackageChecks,
  ...driftChecks,
  ...changesetChecks,
  ...hubChecks,
  ...templateChecks,
  ...homeChecks,
  ...artifactChecks,
  ...stateSizeChecks,
  ...scheduleChecks,
  ...trainDriftChecks,
  ...notificationChecks,
  ...serviceChecks,
];
