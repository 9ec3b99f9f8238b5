import { describe, expect, it } from 'vitest';
import { de } from './de';
import { en } from './en';
import { formatsFor } from './formats';

const now = new Date('2026-11-24T12:00:00Z');
const english = formatsFor('en', en);
const german = formatsFor('de', de);

describe('the words for an expiry', () => {
  it.each([
    ['2026-12-01T12:00:00Z', 'Expires in 7 days', 'Läuft in 7 Tagen ab'],
    ['2026-11-27T11:59:00Z', 'Expires in 2 days', 'Läuft in 2 Tagen ab'],
    ['2026-11-26T11:59:00Z', 'Expires in 47 hours', 'Läuft in 47 Stunden ab'],
    ['2026-11-24T13:00:00Z', 'Expires in 1 hour', 'Läuft in 1 Stunde ab'],
    ['2026-11-24T12:01:59Z', 'Expires in 1 minute', 'Läuft in 1 Minute ab'],
    ['2026-11-24T12:00:30Z', 'Expires in less than a minute', 'Läuft in weniger als einer Minute ab'],
    ['2026-11-24T12:00:00Z', 'Expired', 'Abgelaufen'],
    ['2026-11-01T00:00:00Z', 'Expired', 'Abgelaufen'],
  ])('until %s', (until, englishWords, germanWords) => {
    expect(english.expires(until, now)).toBe(englishWords);
    expect(german.expires(until, now)).toBe(germanWords);
  });
});

describe('the words for the past', () => {
  it.each([
    ['2026-11-24T11:59:30Z', 'just now', 'gerade eben'],
    ['2026-11-24T11:55:00Z', '5 minutes ago', 'vor 5 Minuten'],
    ['2026-11-24T09:00:00Z', '3 hours ago', 'vor 3 Stunden'],
    ['2026-11-23T11:00:00Z', 'yesterday', 'gestern'],
  ])('at %s', (moment, englishWords, germanWords) => {
    expect(english.ago(moment, now)).toBe(englishWords);
    expect(german.ago(moment, now)).toBe(germanWords);
  });

  it('give a date for what is long ago', () => {
    expect(english.ago('2026-11-01T12:00:00Z', now)).toMatch(/^on .*2026/);
  });
});

it('keeps a day without time on its day', () => {
  expect(german.date('2026-12-24')).toBe('24.12.2026');
});
