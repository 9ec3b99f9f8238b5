import { http } from '@/api/http';
import { isProblem } from '@/api/problem';
import { thisTab } from '@/lib/storage';

/** Ends the session here, then at the identity provider, whose address the gateway names. */
export async function signOut() {
  thisTab.remove('portal.return-to');
  try {
    const response = await http('/logout', { method: 'POST' });
    location.assign(response.headers.get('Location') ?? '/');
  } catch (error) {
    if (!isProblem(error, 'unauthenticated')) throw error;
    location.assign('/');
  }
}
