import type { Problem } from '@/api/problem';

/** The server does not believe when it was done: the phone's clock was wrong. */
export const isAboutTime = ({ slug, fields }: Problem) =>
  slug === 'invalid-request' && fields?.length === 1 && fields[0]!.field === 'doneAt';

/** These will be refused again however often they are sent: something else must be filled in. */
const FOR_GOOD = new Set(['invalid-request', 'provider-value-read-only', 'vin-missing', 'unit-missing']);

/** Whether the very same step may have its effect when the job stands differently. */
export const mayBeRepeated = (problem: Problem) => isAboutTime(problem) || !FOR_GOOD.has(problem.slug);

/** Why this person sees no jobs at all; any other 403 is the word of something on the way. */
export const NO_ACCESS = ['technician-not-active', 'not-a-technician', 'account-not-linked'] as const;
export type NoAccess = (typeof NO_ACCESS)[number];

export const isNoAccess = ({ status, slug }: Problem): boolean =>
  status === 403 && (NO_ACCESS as readonly string[]).includes(slug);

/** What the phone itself says of steps that it may not send any more. */
export const ACCESS_ENDED: Problem = { slug: 'access-ended', status: 403, more: {} };
