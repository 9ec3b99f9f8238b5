import { describe, expect, it } from 'vitest';
import { de } from './de';
import { en } from './en';

/** Paths of all texts; those of functions end in (), so that a text and a function are told apart. */
function paths(node: unknown, path = ''): string[] {
  if (typeof node === 'function') return [`${path}()`];
  if (typeof node !== 'object' || node === null) return [path];
  return Object.entries(node).flatMap(([key, value]) => paths(value, path ? `${path}.${key}` : key));
}

function texts(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(texts) : [];
}

const withoutProblems = (all: string[]) => all.filter((path) => !path.startsWith('problems.bySlug.'));

describe('the dictionaries', () => {
  it('say the same things in both languages', () => {
    expect(withoutProblems(paths(de)).sort()).toEqual(withoutProblems(paths(en)).sort());
  });

  it('leave nothing empty', () => {
    expect([...texts(en), ...texts(de)].filter((text) => text.trim() === '')).toEqual([]);
  });

  it('have German words wherever the portal has English ones of its own', () => {
    expect(Object.keys(de.problems.bySlug)).toEqual(expect.arrayContaining(Object.keys(en.problems.bySlug)));
  });

  it('tell every problem in German with what happened and what to do', () => {
    for (const [slug, words] of Object.entries(de.problems.bySlug)) {
      expect([words.title, words.detail, words.advice].every(Boolean), slug).toBe(true);
    }
  });
});
