import { Suspense } from 'react';
import { Outlet } from 'react-router';
import { Loading } from '@/components/loading';
import { isSupport } from '@/session/get-me';
import { AccountMenu } from './account-menu';
import { Frame } from './frame';
import { OnlyFor } from './only-for';

/** Around the page of the support team, who belong to no partner. */
export const SupportFrame = () => (
  <OnlyFor who={isSupport}>
    {(me) => (
      <Frame tools={<AccountMenu me={me} />}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </Frame>
    )}
  </OnlyFor>
);
