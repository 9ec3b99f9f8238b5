/** Every address of the portal, by whom it is for. The gateway serves the portal's one page at each of them, and axe looks at each. */
export const addresses = {
  everybody: ['/', '/register'],
  admins: ['/onboarding', '/connections', '/users', '/jobs', '/jobs/:jobId', '/settings'],
  support: ['/support'],
} as const;

export type Audience = keyof typeof addresses;
export type Address = (typeof addresses)[Audience][number];

export const audiences = Object.keys(addresses) as Audience[];
export const allAddresses: readonly Address[] = audiences.flatMap((audience) => [...addresses[audience]]);
