import createClient from 'openapi-fetch';
import type { paths as ConnectionPaths } from './generated/fleet-connection-service';
import type { paths as IdentityPaths } from './generated/identity-service';
import type { paths as JobPaths } from './generated/job-service';
import type { paths as PartnerPaths } from './generated/partner-service';
import { http } from './http';

const options = {
  baseUrl: typeof location === 'undefined' ? 'http://localhost' : location.origin,
  fetch: (request: Request) => http(request),
};

export const identity = createClient<IdentityPaths>(options);
export const partners = createClient<PartnerPaths>(options);
export const connections = createClient<ConnectionPaths>(options);
export const jobs = createClient<JobPaths>(options);

/** The answer of a call; one that failed has thrown a problem before. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  return (await call).data as T;
}
