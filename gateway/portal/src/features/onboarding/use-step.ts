import { useMutation } from '@tanstack/react-query';
import { isProblem } from '@/api/problem';
import type { Partner } from '@/api/model';

export interface StepProps {
  onDone: (after: Partner) => void;
  onOutOfOrder: () => void;
}

/** Sends a step; one that is not next any more leads on to the one that is. */
export function useStep<T>(
  send: (details: T) => Promise<Partner>,
  { onDone, onOutOfOrder }: StepProps,
  onRefused?: (error: unknown) => void,
) {
  return useMutation({
    mutationFn: send,
    onSuccess: onDone,
    onError: (error) => {
      if (isProblem(error, 'step-out-of-order')) onOutOfOrder();
      else onRefused?.(error);
    },
  });
}
