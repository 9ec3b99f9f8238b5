import { describe, expect, it } from 'vitest';
import { asProblem, ProblemError, problemFrom, problemOf } from './problem';

describe('a problem document', () => {
  it('is told by the end of its type, with its further members', () => {
    expect(
      problemOf(409, {
        type: 'urn:service-partner:problem:step-out-of-order',
        title: 'Another step first',
        status: 409,
        detail: 'This step is not next.',
        advice: 'Go on with the step that is.',
        instance: '/api/partner/v1/partner',
        nextStep: 'NDA',
      }),
    ).toEqual({
      slug: 'step-out-of-order',
      status: 409,
      title: 'Another step first',
      detail: 'This step is not next.',
      advice: 'Go on with the step that is.',
      fields: undefined,
      more: { nextStep: 'NDA' },
    });
  });

  it('keeps the fields it names and drops what is no field', () => {
    const fields = [{ field: 'email', message: 'is not an address' }, { field: 'role' }, null];
    expect(problemOf(400, { type: 'urn:service-partner:problem:invalid-request', fields }).fields).toEqual([
      { field: 'email', message: 'is not an address' },
    ]);
  });

  it.each([undefined, null, 'Bad Gateway', 42, {}])('is made up for the body %j', (body) => {
    expect(problemOf(502, body)).toMatchObject({ slug: 'unexpected-answer', status: 502 });
  });

  it('is read from an answer that is no JSON', async () => {
    expect(await problemFrom(new Response('<html>', { status: 504 }))).toMatchObject({
      slug: 'unexpected-answer',
      status: 504,
    });
  });
});

describe('anything thrown', () => {
  it('is its problem, if it has one', () => {
    const problem = problemOf(404, { type: 'urn:service-partner:problem:job-not-found' });
    expect(asProblem(new ProblemError(problem))).toBe(problem);
  });

  it('means that nobody answered otherwise', () => {
    expect(asProblem(new TypeError('Failed to fetch'))).toMatchObject({ slug: 'unreachable', status: 0 });
  });
});
