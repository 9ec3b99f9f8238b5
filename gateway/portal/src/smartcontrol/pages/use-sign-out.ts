import { usePhone } from '../phone/phone';

/** Removes what is on the phone first; then, if there is reception, the sign-in page forgets the person too. */
export function useSignOut() {
  const { session } = usePhone();
  return async () => {
    const address = await session.signOut();
    if (address) location.assign(address);
  };
}
