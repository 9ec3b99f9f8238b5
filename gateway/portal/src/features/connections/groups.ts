import type { ConnectionState, FleetConnection } from '@/api/model';

export const groups = {
  PENDING: ['PENDING'],
  ACCEPTED: ['ACCEPTED'],
  DECLINED: ['DECLINED'],
  EXPIRED: ['EXPIRED'],
  ENDED: ['DELETED', 'WITHDRAWN'],
} as const satisfies Record<string, readonly ConnectionState[]>;

export type Group = keyof typeof groups;

export const groupNames = Object.keys(groups) as Group[];

export const isIn = (group: Group) => (connection: FleetConnection) =>
  (groups[group] as readonly ConnectionState[]).includes(connection.state);

/** Opened without a choice, the page shows what waits for an answer, else what is connected. */
export function chosenGroup(parameter: string | null, connections: FleetConnection[]): Group {
  const named = parameter?.toUpperCase();
  if (groupNames.includes(named as Group)) return named as Group;
  return connections.some(isIn('PENDING')) || !connections.some(isIn('ACCEPTED')) ? 'PENDING' : 'ACCEPTED';
}
