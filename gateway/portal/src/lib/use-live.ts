import { useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState } from 'react';
import { follow, type LiveState } from './live';

/** Asks again for what the keys name whenever the stream says that something has changed. */
export function useLive(address: string, ...keys: QueryKey[]): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  const changed = useEffectEvent(() => {
    for (const queryKey of keys) void queries.invalidateQueries({ queryKey });
  });
  useEffect(() => follow(address, { changed: () => changed(), state: setState }), [address]);
  return state;
}
