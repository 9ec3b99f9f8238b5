import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, identity } from '@/api/clients';
import type { User } from '@/api/model';
import { fullName } from '@/lib/names';

export const usersKey = ['users'] as const;

export const usersQuery = queryOptions({
  queryKey: usersKey,
  queryFn: async () => (await answer(identity.GET('/api/partner/v1/users'))).users as User[],
});

export const useUsers = () => useQuery(usersQuery);

/** Names for ids of users, a word for those who were erased; undefined for those that are not known. */
export function useUserName(erasedPerson: string) {
  const { data } = useUsers();
  return (id: string | undefined) => {
    const user = data?.find((each) => each.userId === id);
    return user && (fullName(user) || erasedPerson);
  };
}
