/** A refusal or failure as the services tell it (RFC 9457), or as the portal does when there is no answer. */
export interface Problem {
  slug: string;
  status: number;
  title?: string;
  detail?: string;
  advice?: string;
  fields?: { field: string; message: string }[];
  /** Further members, for example nextStep or providerName. */
  more: Record<string, unknown>;
}

const TYPE_PREFIX = 'urn:service-partner:problem:';

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail ?? problem.title ?? problem.slug);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  get slug() {
    return this.problem.slug;
  }

  get status() {
    return this.problem.status;
  }
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);

function fieldsOf(value: unknown): Problem['fields'] {
  if (!Array.isArray(value)) return undefined;
  return value.flatMap((each: unknown) => {
    const { field, message } = (each ?? {}) as Record<string, unknown>;
    return typeof field === 'string' && typeof message === 'string' ? [{ field, message }] : [];
  });
}

/** Understands any body; what is no problem document becomes an unexpected answer with the status kept. */
export function problemOf(status: number, body: unknown): Problem {
  if (typeof body !== 'object' || body === null || !('type' in body || 'title' in body)) {
    return { slug: 'unexpected-answer', status, more: { status } };
  }
  const {
    type,
    title,
    status: _status,
    detail,
    advice,
    fields,
    instance: _instance,
    ...more
  } = body as Record<string, unknown>;
  const slug =
    typeof type === 'string' && type.startsWith(TYPE_PREFIX) ? type.slice(TYPE_PREFIX.length) : 'unexpected-answer';
  return {
    slug,
    status,
    title: text(title),
    detail: text(detail),
    advice: text(advice),
    fields: fieldsOf(fields),
    more,
  };
}

export async function problemFrom(response: Response): Promise<Problem> {
  return problemOf(response.status, await response.json().catch(() => undefined));
}

/** Whatever was thrown, as a problem: an error that is none means that nobody answered. */
export function asProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  return { slug: 'unreachable', status: 0, more: {} };
}

export const isProblem = (error: unknown, ...slugs: string[]): error is ProblemError =>
  error instanceof ProblemError && slugs.includes(error.slug);
