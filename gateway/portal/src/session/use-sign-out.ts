import { useMutation } from '@tanstack/react-query';
import { signOut } from './sign-out';

export const useSignOut = () => useMutation({ mutationFn: signOut });
