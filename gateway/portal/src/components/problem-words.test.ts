import { expect, it } from 'vitest';
import { problemOf } from '@/api/problem';
import { de } from '@/i18n/de';
import { en } from '@/i18n/en';
import { wordsOf } from './problem-words';

const expired = problemOf(409, {
  type: 'urn:service-partner:problem:request-expired',
  title: 'Request expired',
  detail: 'The request of Peak Mobility was valid until yesterday.',
  advice: 'Ask Peak Mobility for a new request.',
});
const unheardOf = problemOf(409, {
  type: 'urn:service-partner:problem:moon-is-full',
  title: 'Moon is full',
  detail: 'Wait.',
});

it("uses the service's words, which name the case, in English", () => {
  expect(wordsOf(expired, 'en', en)).toEqual({
    title: 'Request expired',
    detail: 'The request of Peak Mobility was valid until yesterday.',
    advice: 'Ask Peak Mobility for a new request.',
  });
});

it("uses the portal's words in German", () => {
  expect(wordsOf(expired, 'de', de)).toEqual(de.problems.bySlug['request-expired']);
});

it("falls back to the service's English, marked as such, for a problem without German words", () => {
  expect(wordsOf(unheardOf, 'de', de)).toEqual({
    title: de.problems.title,
    detail: 'Wait.',
    advice: undefined,
    language: 'en',
  });
});

it('never says nothing', () => {
  expect(wordsOf(problemOf(500, undefined), 'en', en).title).not.toBe('');
});
