import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Loading } from '@/components/loading';
import { useMe } from '@/session/get-me';
import { AccountMenu } from './account-menu';
import { Frame } from './frame';

/** Around the pages that need nobody signed in. */
export function PublicFrame() {
  const { data: me } = useMe();
  return (
    <Frame tools={me && <AccountMenu me={me} />}>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </Frame>
  );
}
