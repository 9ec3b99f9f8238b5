import type { JobStatus } from '@/api/model';

export const statuses = ['ASSIGNED', 'RUNNING', 'SUCCEEDED', 'FAILED'] as const satisfies readonly JobStatus[];

export interface JobFilter {
  status?: JobStatus;
  fleetId?: string;
  search?: string;
}

/** The filter lives in the address, so that a list can be bookmarked, shared and come back to. */
export function filterOf(parameters: URLSearchParams): JobFilter {
  const status = parameters.get('status')?.toUpperCase();
  return {
    status: statuses.find((each) => each === status),
    fleetId: parameters.get('fleet') || undefined,
    search: parameters.get('search')?.trim() || undefined,
  };
}

export const isFiltered = ({ status, fleetId, search }: JobFilter) => Boolean(status || fleetId || search);

/** The address with one member of the filter changed; an empty value leaves it out. */
export function changed(
  parameters: URLSearchParams,
  name: 'status' | 'fleet' | 'search',
  value: string,
): URLSearchParams {
  const next = new URLSearchParams(parameters);
  if (value) next.set(name, value);
  else next.delete(name);
  return next;
}
