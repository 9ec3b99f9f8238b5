import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Role, User } from '@/api/model';
import { ConfirmDialog, Dialog, DialogActions } from '@/components/dialog';
import { Notice } from '@/components/notice';
import { useNotify } from '@/components/toasts';
import { useSpeech, useWords } from '@/i18n';
import { fullName } from '@/lib/names';
import { meQuery } from '@/session/get-me';
import { usersKey } from '@/session/get-users';
import { Button } from '@mantine/core';
import { changeRole } from './api/change-role';
import { removeUser } from './api/remove-user';
import { resendInvitation } from './api/resend-invitation';
import { revokeInvitation } from './api/revoke-invitation';
import { isLastAdmin } from './user-state';

export type Question = 'resend' | 'revoke' | 'make-admin' | 'make-technician' | 'remove';

export interface Asked {
  question: Question;
  user: User;
}

interface Answer {
  title: string;
  consequences: string[];
  confirm: string;
  danger?: boolean;
  /** Does it and says what was done. */
  act: () => Promise<string>;
}

/** States what will happen before it does. */
export function UserDialog({ question, user, users, onClose }: Asked & { users: User[]; onClose: () => void }) {
  const t = useWords();
  const notify = useNotify();
  const queries = useQueryClient();
  const answer = useAnswer(question, user);
  const action = useMutation({
    mutationFn: answer.act,
    onSuccess: (text) => {
      notify({ tone: 'good', text });
      onClose();
      if (user.you) void queries.invalidateQueries({ queryKey: meQuery.queryKey });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: usersKey }),
  });
  if ((question === 'remove' || question === 'make-technician') && isLastAdmin(user, users)) {
    return (
      <Dialog title={answer.title} onClose={onClose}>
        <Notice tone="waiting" title={t.users.lastAdminTitle}>
          <p>{t.users.lastAdminText}</p>
          <p>{t.users.lastAdminAdvice}</p>
        </Notice>
        <DialogActions>
          <Button onClick={onClose} data-autofocus>
            {t.common.close}
          </Button>
        </DialogActions>
      </Dialog>
    );
  }
  return (
    <ConfirmDialog
      title={answer.title}
      consequences={answer.consequences}
      confirm={answer.confirm}
      danger={answer.danger}
      busy={action.isPending}
      error={action.error}
      onConfirm={() => action.mutate()}
      onClose={onClose}
    />
  );
}

function useAnswer(question: Question, user: User): Answer {
  const {
    t: { users },
    formats,
  } = useSpeech();
  const { userId, email = '', role, you, state } = user;
  const name = fullName(user);
  const invited = state === 'INVITED';
  const become = async (next: Role) => {
    await changeRole(userId, next);
    return (invited ? users.invitedRoleNotice : users.roleNotice)(name, users.asRole[next]);
  };
  switch (question) {
    case 'resend':
      return {
        title: users.resendTitle(name),
        consequences: users.resendText(email),
        confirm: users.resend,
        act: async () => {
          const { invitation } = await resendInvitation(userId);
          return users.resentNotice(email, formats.dateTime(invitation!.expiresAt));
        },
      };
    case 'revoke':
      return {
        title: users.revokeTitle(name),
        consequences: users.revokeText,
        confirm: users.revoke,
        danger: true,
        act: async () => {
          await revokeInvitation(userId);
          return users.revokedNotice(name);
        },
      };
    case 'make-admin':
      return {
        title: users.makeAdminTitle(name),
        consequences: invited ? users.makeInvitedText.ADMIN : users.makeAdminText,
        confirm: users.makeAdmin,
        act: () => become('ADMIN'),
      };
    case 'make-technician':
      return {
        title: users.makeTechnicianTitle(name),
        consequences: [
          ...(invited ? users.makeInvitedText.TECHNICIAN : users.makeTechnicianText),
          ...(you ? [users.makeYouTechnician] : []),
        ],
        confirm: users.makeTechnician,
        danger: you,
        act: () => become('TECHNICIAN'),
      };
    case 'remove':
      return {
        title: users.removeTitle(name),
        consequences: [...users.removeText[role], ...(you ? [users.removeYou] : [])],
        confirm: users.remove,
        danger: true,
        act: async () => {
          await removeUser(userId);
          return users.removedNotice(name);
        },
      };
  }
}
