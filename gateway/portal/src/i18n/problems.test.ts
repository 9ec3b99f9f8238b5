import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { de } from './de';

const services = ['identity-service', 'partner-service', 'fleet-connection-service', 'job-service'];

/** Hyphenated in the contracts without being a problem that a person meets here: plain words, a role, events of a stream, a program's own. */
const NO_PROBLEMS = [
  'a-z',
  'access-ended',
  'e-mail',
  'fleet-hidden',
  'fleet-shown',
  'log-in',
  'non-disclosure',
  'not-the-telematics-platform',
  'partner-admin',
  'read-only',
  'service-partner',
];

function descriptions(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) =>
    name === 'description' && typeof value === 'string' ? [value] : descriptions(value),
  );
}

const hyphenated = (text: string) => text.match(/(?<![\w/.-])[a-z]+(?:-[a-z]+)+(?![\w/-])/g) ?? [];

it.each(services)('tells every problem that the contract of %s names in German', (service) => {
  const contract: unknown = JSON.parse(
    readFileSync(`../../${service}/src/test/resources/approved/openapi.json`, 'utf8'),
  );
  const known = [...Object.keys(de.problems.bySlug), ...Object.keys(de.registration.links), ...NO_PROBLEMS];
  const named = new Set(descriptions(contract).flatMap(hyphenated));
  expect(named.size).toBeGreaterThan(3);
  expect([...named].filter((each) => !known.includes(each))).toEqual([]);
});

it.each([
  ['A team name has at most 100 characters.', 'Bitte höchstens 100 Zeichen.'],
  ['Give the last name.', 'Bitte ausfüllen.'],
  ['This is not an e-mail address.', 'Das sieht nicht nach einer E-Mail-Adresse aus.'],
  ['The language must be en or de.', 'Diese Angabe wurde nicht angenommen. Bitte prüfen Sie sie.'],
])('says at a field what a service says in English: %s', (english, german) => {
  expect(de.common.refusedField(english)).toBe(german);
});
