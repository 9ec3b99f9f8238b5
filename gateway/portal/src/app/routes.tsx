import type { ComponentType } from 'react';
import { matchPath, Route, Routes } from 'react-router';
import { LandingPage } from '@/features/landing/landing-page';
import { addresses, allAddresses, audiences, type Address, type Audience } from './addresses';
import { AdminFrame } from './admin-frame';
import { lazyPage } from './lazy-page';
import { NotFoundPage } from './not-found-page';
import { PublicFrame } from './public-frame';
import { SupportFrame } from './support-frame';

const frames: Record<Audience, ComponentType> = { everybody: PublicFrame, admins: AdminFrame, support: SupportFrame };

const pages = {
  '/': LandingPage,
  '/register': lazyPage(() => import('@/features/registration/registration-page')),
  '/onboarding': lazyPage(() => import('@/features/onboarding/onboarding-page')),
  '/connections': lazyPage(() => import('@/features/connections/connections-page')),
  '/users': lazyPage(() => import('@/features/users/users-page')),
  '/jobs': lazyPage(() => import('@/features/jobs/jobs-page')),
  '/jobs/:jobId': lazyPage(() => import('@/features/jobs/job-page')),
  '/settings': lazyPage(() => import('@/features/settings/settings-page')),
  '/support': lazyPage(() => import('@/features/jobs/support-page')),
} satisfies Record<Address, ComponentType>;

/** Begins to load the page of this address, while the portal still asks who is there. */
export function preloadPage(path: string) {
  const address = allAddresses.find((each) => matchPath(each, path));
  const Page = address && pages[address];
  if (Page && 'preload' in Page) void Page.preload();
}

function routeTo(address: Address) {
  const Page = pages[address];
  return <Route key={address} path={address} element={<Page />} />;
}

export function AllRoutes() {
  return (
    <Routes>
      {audiences.map((audience) => {
        const Frame = frames[audience];
        return (
          <Route key={audience} element={<Frame />}>
            {addresses[audience].map(routeTo)}
          </Route>
        );
      })}
      <Route element={<PublicFrame />}>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  );
}
