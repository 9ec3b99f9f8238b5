import { act, render, screen } from '@testing-library/react';
import { Suspense, type ComponentType } from 'react';
import { expect, it, vi } from 'vitest';
import { lazyPage } from './lazy-page';

const Users = () => <h1>Users</h1>;

/** Renders the page and counts how often something else was shown in its place. */
async function show(Page: ComponentType) {
  const fallback = vi.fn(() => null);
  const Fallback = fallback;
  await act(() => {
    render(
      <Suspense fallback={<Fallback />}>
        <Page />
      </Suspense>,
    );
    return Promise.resolve();
  });
  return fallback;
}

it('is shown at once if its code was loaded before', async () => {
  const load = vi.fn(() => Promise.resolve({ default: Users }));
  const page = lazyPage(load);
  await page.preload();
  expect(await show(page)).not.toHaveBeenCalled();
  screen.getByRole('heading', { name: 'Users' });
  expect(load).toHaveBeenCalledOnce();
});

it('is waited for otherwise', async () => {
  const page = lazyPage(() => Promise.resolve({ default: () => <h1>Jobs</h1> }));
  expect(await show(page)).toHaveBeenCalled();
  await screen.findByRole('heading', { name: 'Jobs' });
});
