import { lazy, type ComponentType } from 'react';
import { Route, Routes } from 'react-router';
import { LandingPage } from '@/features/landing/landing-page';
import { addresses, audiences, type Address, type Audience } from './addresses';
import { AdminFrame } from './admin-frame';
import { NotFoundPage } from './not-found-page';
import { PublicFrame } from './public-frame';
import { SupportFrame } from './support-frame';

const frames: Record<Audience, ComponentType> = { everybody: PublicFrame, admins: AdminFrame, support: SupportFrame };

const pages: Record<Address, ComponentType> = {
  '/': LandingPage,
  '/register': lazy(() => import('@/features/registration/registration-page')),
  '/onboarding': lazy(() => import('@/features/onboarding/onboarding-page')),
  '/connections': lazy(() => import('@/features/connections/connections-page')),
  '/users': lazy(() => import('@/features/users/users-page')),
  '/jobs': lazy(() => import('@/features/jobs/jobs-page')),
  '/jobs/:jobId': lazy(() => import('@/features/jobs/job-page')),
  '/settings': lazy(() => import('@/features/settings/settings-page')),
  '/support': lazy(() => import('@/features/jobs/support-page')),
};

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
