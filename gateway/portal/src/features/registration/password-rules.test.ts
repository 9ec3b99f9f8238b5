import { expect, it } from 'vitest';
import { en } from '@/i18n/en';
import { judgeable } from './password-rules';

const rules = [
  { rule: 'length', value: 12 },
  { rule: 'digits', value: 1 },
  { rule: 'notEmail' },
  { rule: 'passwordHistory', value: 3 },
];
const met = (password: string) =>
  judgeable(rules, 'Nora@Works.example', en).map((rule) => [rule.words, rule.met(password)]);

it('judges the rules that can be judged here and leaves the others to Keycloak', () => {
  expect(met('short1')).toEqual([
    ['at least 12 characters', false],
    ['at least one digit', true],
    ['to differ from your e-mail address', true],
  ]);
});

it('compares the address in any case of letters', () => {
  expect(met('NORA@works.example')[2]).toEqual(['to differ from your e-mail address', false]);
});

it('takes an empty password for none', () => {
  expect(met('').every(([, isMet]) => !isMet)).toBe(true);
});

it('says nothing if the service names no rules', () => {
  expect(judgeable(undefined, 'a@b.example', en)).toEqual([]);
});
