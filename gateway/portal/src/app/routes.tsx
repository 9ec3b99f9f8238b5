import { lazy, Suspense } from 'react';
import { Route, Routes } from 'react-router';
import { Loading } from '@/components/loading';
import { LandingPage } from '@/features/landing/landing-page';
import { AdminFrame } from './admin-frame';
import { NotFoundPage } from './not-found-page';
import { PublicFrame } from './public-frame';

const RegistrationPage = lazy(() => import('@/features/registration/registration-page'));
const OnboardingPage = lazy(() => import('@/features/onboarding/onboarding-page'));
const ConnectionsPage = lazy(() => import('@/features/connections/connections-page'));
const UsersPage = lazy(() => import('@/features/users/users-page'));
const JobsPage = lazy(() => import('@/features/jobs/jobs-page'));
const JobPage = lazy(() => import('@/features/jobs/job-page'));
const SettingsPage = lazy(() => import('@/features/settings/settings-page'));

export function AllRoutes() {
  return (
    <Routes>
      <Route element={<PublicFrame />}>
        <Route index element={<LandingPage />} />
        <Route
          path="register"
          element={
            <Suspense fallback={<Loading />}>
              <RegistrationPage />
            </Suspense>
          }
        />
        <Route path="*" element={<NotFoundPage />} />
      </Route>
      <Route element={<AdminFrame />}>
        <Route path="onboarding" element={<OnboardingPage />} />
        <Route path="connections" element={<ConnectionsPage />} />
        <Route path="users" element={<UsersPage />} />
        <Route path="jobs" element={<JobsPage />} />
        <Route path="jobs/:jobId" element={<JobPage />} />
        <Route path="settings" element={<SettingsPage />} />
      </Route>
    </Routes>
  );
}
