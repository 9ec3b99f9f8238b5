import type { Words } from '../i18n/en';
import { isWhole, type SentCommand, type Trace } from '../work/command';
import { CHECKS } from '../work/job';

/** What was filled in for a step, in words. */
export function valuesOf(sent: SentCommand | Trace, { job: t }: Words): [string, string][] {
  if (!isWhole(sent)) return [];
  const facts: [string, string | undefined][] = [];
  switch (sent.command) {
    case 'start':
      facts.push(
        [t.fields.vin, sent.vin],
        [t.fields.licensePlate, sent.licensePlate],
        [t.fields.vehicleModel, sent.vehicleModel],
        [t.fields.jobType, sent.jobType && t.types[sent.jobType]],
      );
      break;
    case 'configure':
      facts.push(
        [t.fields.telematicsUnitId, sent.telematicsUnitId],
        [t.fields.configurationPreset, sent.configurationPreset],
        [t.configure.outcome, t.configure.outcomes[sent.outcome]],
        [t.configure.message, sent.message],
      );
      break;
    case 'test':
      facts.push(
        ...CHECKS.map((check): [string, string] => [t.test.checks[check], t.test.verdicts[sent.checks[check]]]),
      );
      break;
    case 'fail':
      facts.push([t.failing.label, sent.comment]);
  }
  return facts.filter((fact): fact is [string, string] => fact[1] !== undefined);
}

export const stepName = (sent: SentCommand | Trace, { job: t }: Words) =>
  ({ ...t.stepNames, fail: t.failing.button, release: t.releasing.button })[sent.command];
