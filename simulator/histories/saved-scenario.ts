import { FEATURES, type Scenario } from './scenario.ts';

/** A history that once showed a defect of ours, on one line of JSON: another generator would read its seed differently. */
export interface SavedScenario {
  /** What the defect was. */
  readonly why: string;
  readonly scenario: Scenario;
}

/** One line, without the line break. */
export function writeScenario({ why, scenario }: SavedScenario): string {
  return JSON.stringify({ why, scenario: { ...scenario, features: [...scenario.features] } });
}

/** The scenarios of a text with one a line. Throws where a feature is none any more: then the scenario is not what it was. */
export function readScenarios(text: string): SavedScenario[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { why, scenario } = JSON.parse(line);
      const unknown = scenario.features.filter((feature: string) => !(FEATURES as readonly string[]).includes(feature));
      if (unknown.length > 0) throw new Error(`Seed ${scenario.seed}: there is no feature ${unknown.join(', ')}.`);
      return { why, scenario: { ...scenario, features: new Set(scenario.features) } };
    });
}
