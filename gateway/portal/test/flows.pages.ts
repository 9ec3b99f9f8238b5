import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arrange, close, open, request, reset, signInAs, Visitor } from './browser';

beforeAll(open);
afterAll(close);

let visitor: Visitor;
const button = (name: string | RegExp) => visitor.page.getByRole('button', { name });
const field = (name: string | RegExp) => visitor.page.getByLabel(name);
const text = (words: string | RegExp) => visitor.page.getByText(words).first();
const path = () => new URL(visitor.page.url()).pathname;
const focused = () => visitor.page.evaluate(() => document.activeElement?.textContent);

beforeEach(async () => {
  await reset();
  visitor = await Visitor.come();
});
afterEach(async () => {
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

describe('the registration', () => {
  it('takes the token out of the address, survives a reload, and leads to the log-in page', async () => {
    await visitor.goTo('/register#good');
    expect(visitor.page.url()).not.toContain('good');
    await visitor.page.reload();
    await text('nora@nordic-works.example').waitFor();
    await field(/^Password$/).fill('short');
    await button('Set password').click();
    await text('The password needs at least 12 characters.').waitFor();
    await field(/^Password$/).fill('password-used-before');
    await button('Set password').click();
    await text('This password has been used before.').waitFor();
    expect(await field(/^Password$/).getAttribute('aria-invalid')).toBe('true');
    const described = (await field(/^Password$/).getAttribute('aria-describedby')) ?? '';
    const words = await visitor.page.evaluate(
      (ids) => ids.split(' ').map((id) => document.getElementById(id)?.textContent),
      described,
    );
    expect(words[0]).toBe('This password has been used before.');
    await button('Show the password').click();
    expect(await field(/^Password$/).getAttribute('type')).toBe('text');
    await field(/^Password$/).fill('correct horse battery');
    await button('Set password').click();
    await visitor.page.getByRole('link', { name: 'Continue to log in' }).waitFor();
    await visitor.page.reload();
    await text('This link does not work').waitFor();
  });

  it('keeps what was typed while the sign-in service is down', async () => {
    await arrange({
      failures: [{ route: 'POST /api/public/v1/registration/complete', status: 503, slug: 'registration-unavailable' }],
    });
    await visitor.goTo('/register#good');
    await field(/^Password$/).fill('correct horse battery');
    await button('Set password').click();
    await text('Your password could not be saved right now').waitFor();
    expect(await field(/^Password$/).inputValue()).toBe('correct horse battery');
    await button('Try again').click();
    await text('Your account is ready').waitFor();
  });
});

describe('the onboarding', () => {
  it('goes from the first step to the fleet connections, resuming where it was left', async () => {
    await signInAs('nora');
    await visitor.goTo('/users');
    expect(path()).toBe('/onboarding');
    expect(await field('Team e-mail').inputValue()).toBe('nora@nordic-works.example');
    await button('Save & Continue').click();
    await text('Please fill this in.').waitFor();
    expect(await field('Team name').evaluate((input) => input === document.activeElement)).toBe(true);
    await field('Team name').fill('Nordic Works');
    await button('Save & Continue').click();
    await field('First name').waitFor();
    expect(await focused()).toBe('Personal details');
    await visitor.page.reload();
    await field('First name').fill('Nora');
    await field('Last name').fill('Holm');
    expect(await visitor.page.getByRole('textbox', { name: /log-in/ }).count()).toBe(0);
    await button('Save & Continue').click();
    await arrange({
      failures: Array.from({ length: 2 }, () => ({
        route: 'GET /api/partner/v1/partner/nda',
        status: 503,
        slug: 'service-unavailable',
      })),
    });
    await button('Open the NDA').click();
    await text('The NDA could not be loaded').waitFor();
    await button('Open the NDA again').click();
    await visitor.page.getByRole('region', { name: 'NDA document' }).waitFor();
    await field('Company name').fill('Nordic Works AB');
    await field('Street & no.').fill('Storgatan 1');
    await field('ZIP code & city').fill('111 22 Stockholm');
    await field('Representative').fill('Nora Holm');
    await button('Review').click();
    await button('Sign electronically').click();
    await text('Please confirm this before you sign.').waitFor();
    await field(/I have read the NDA/).check();
    await button('Sign electronically').click();
    await visitor.page.waitForURL(/\/connections/);
    await text('All set. You can now accept fleet connection requests.').waitFor();
  });

  it('asks for a new look at a document that has changed', async () => {
    await signInAs('nora');
    await arrange({
      partner: { missingSteps: ['NDA'] },
      failures: [{ route: 'POST /api/partner/v1/partner/nda/signature', status: 409, slug: 'nda-changed' }],
    });
    await visitor.goTo('/onboarding');
    await button('Open the NDA').click();
    for (const name of ['Company name', 'Street & no.', 'ZIP code & city', 'Representative'])
      await field(name).fill('x');
    await button('Review').click();
    await field(/I have read the NDA/).check();
    await button('Sign electronically').click();
    await text(/The NDA has changed meanwhile/).waitFor();
    expect(await field('Company name').inputValue()).toBe('x');
  });

  it('leaves settings and signing out in reach', async () => {
    await signInAs('nora');
    await visitor.goTo('/onboarding');
    await visitor.page.getByRole('link', { name: 'Settings' }).click();
    await text('Finish the set-up of your team first').waitFor();
    await button('Sign out').click();
    await visitor.page.waitForURL((url) => url.pathname === '/');
    await text('Every fleet you work for, in one place').waitFor();
  });
});

describe('fleet connections', () => {
  beforeEach(() => signInAs('alice'));

  it('are accepted, declined and deleted, with the consequences said before', async () => {
    await visitor.goTo('/connections');
    await button('Accept the request for City cars').click();
    await text(/City cars is connected/).waitFor();
    await button('Decline the request for Cargo vans Munich').click();
    await text(/This is final/).waitFor();
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
    await text('The request for Cargo vans Munich is declined.').waitFor();
    await visitor.page.getByRole('link', { name: /^Accepted/ }).click();
    await button('Delete connection to Airport shuttles').click();
    await text(/11 jobs are running: they end as failed/).waitFor();
    await visitor.page.keyboard.press('Escape');
    await visitor.page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await visitor.page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Delete connection to Airport shuttles',
    );
    await button('Delete connection to Airport shuttles').click();
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Delete connection' }).click();
    await text('The connection to Airport shuttles is deleted.').waitFor();
  });

  it('appear without reloading, and are announced on every page', async () => {
    await visitor.goTo('/users');
    await text('Live').waitFor();
    await request({ fleetName: 'Night cars' });
    await text('Peak Mobility asks you to look after Night cars.').waitFor();
    await visitor.page.getByRole('link', { name: 'Show it' }).click();
    await button('Accept the request for Night cars').waitFor();
  });

  it('stay live in a second tab, which shares the stream of the first', async () => {
    await visitor.goTo('/connections');
    await text('Live').waitFor();
    const second = await visitor.secondTab('/connections');
    await second.getByText('Live').waitFor();
    await request({ fleetName: 'Night cars' });
    await second.getByRole('heading', { name: 'Night cars' }).waitFor();
    await visitor.page.close();
    await request({ fleetName: 'Day cars' });
    await second.getByRole('heading', { name: 'Day cars' }).waitFor();
  });

  it('say what the server says when something is refused', async () => {
    await arrange({
      failures: [
        {
          route: 'POST /api/partner/v1/fleet-connections/c0000000-0000-4000-8000-000000000001/accept',
          status: 409,
          slug: 'request-expired',
          title: 'Request expired',
          detail: 'The request of Peak Mobility for the fleet City cars was valid until yesterday.',
          advice: 'Ask Peak Mobility for a new request.',
        },
      ],
    });
    await visitor.goTo('/connections');
    await button('Accept the request for City cars').click();
    await text('The request of Peak Mobility for the fleet City cars was valid until yesterday.').waitFor();
    await text('Ask Peak Mobility for a new request.').waitFor();
  });
});

describe('users', () => {
  beforeEach(() => signInAs('alice'));

  it('are invited; what the service refuses is told in the dialog', async () => {
    await visitor.goTo('/users');
    await button('Invite user').click();
    await field('First name').fill('Mia');
    await field('Last name').fill('Roth');
    await field('E-mail').first().fill('tom@alpine-fitters.example');
    await button('Send invite').click();
    await text(/belongs to a user of your team already/).waitFor();
    await field('E-mail').first().fill('mia@alpine-fitters.example');
    await visitor.page.getByRole('radio', { name: 'Admin' }).check();
    await button('Send invite').click();
    await text('Mia Roth is invited.').waitFor();
    expect(await visitor.page.getByRole('row', { name: /Mia Roth/ }).textContent()).toContain('Admin');
  });

  it('keep their last admin', async () => {
    await visitor.goTo('/users');
    await button('Actions for Alice Berger').click();
    await visitor.page.getByRole('menuitem', { name: 'Make technician' }).click();
    await text('Your team needs an admin').waitFor();
  });

  it('are removed with the keyboard alone', async () => {
    await visitor.goTo('/users');
    await button('Actions for Tom Kurz').focus();
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByRole('menuitem', { name: 'Make admin' }).waitFor();
    await visitor.page.keyboard.press('End');
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByRole('dialog').waitFor();
    await visitor.page.keyboard.press('Tab');
    await visitor.page.keyboard.press('Enter');
    await text('Tom Kurz is removed.').waitFor();
  });
});

describe('jobs', () => {
  beforeEach(() => signInAs('alice'));

  it('are searched and filtered in the address, and loaded further', async () => {
    await visitor.goTo('/jobs');
    await text('50 jobs shown, there are more').waitFor();
    await button('Load more').click();
    await text('66 jobs shown').waitFor();
    await field('Status').selectOption('Failed');
    await text('2 jobs shown').waitFor();
    await field('Search').fill('M-PM 1238');
    await text('1 job shown').waitFor();
    expect(visitor.page.url()).toMatch(/\?status=failed&search=M-PM\+1238$/);
    await visitor.page.getByRole('link', { name: 'M-PM 1238' }).click();
    await text('Why it failed').waitFor();
    expect(await focused()).toBe('M-PM 1238');
    await visitor.page.goBack();
    await text('1 job shown').waitFor();
    expect(await field('Search').inputValue()).toBe('M-PM 1238');
  });
});

describe('everybody', () => {
  it('comes back to the page after signing in', async () => {
    await visitor.goTo('/jobs?status=failed');
    await text('2 jobs shown').waitFor();
    expect(visitor.page.url()).toMatch(/\/jobs\?status=failed$/);
  });

  it('is told when the session has ended, and goes on where they were', async () => {
    await signInAs('alice');
    await visitor.goTo('/users');
    await signInAs('none');
    await visitor.page.getByRole('link', { name: 'Jobs' }).click();
    await text('You have been signed out').waitFor();
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Sign in' }).click();
    await text('50 jobs shown, there are more').waitFor();
  });

  it('chooses language and colours once', async () => {
    await signInAs('alice');
    await visitor.goTo('/settings');
    await button('Language: EN').click();
    await visitor.page.getByRole('menuitemradio', { name: 'Deutsch' }).click();
    await visitor.page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    await button(/^Darstellung/).click();
    await visitor.page.getByRole('menuitemradio', { name: 'Dunkel' }).click();
    await visitor.page.reload();
    await visitor.page.getByRole('heading', { name: 'Einstellungen' }).waitFor();
    const root = visitor.page.locator('html');
    expect([await root.getAttribute('lang'), await root.getAttribute('data-mantine-color-scheme')]).toEqual([
      'de',
      'dark',
    ]);
  });

  it('skips to the content, and hears the heading of a new page', async () => {
    await signInAs('alice');
    await visitor.goTo('/connections');
    await visitor.page.keyboard.press('Tab');
    expect(await focused()).toBe('Skip to the content');
    await visitor.page.keyboard.press('Enter');
    expect(await visitor.page.evaluate(() => document.activeElement?.id)).toBe('content');
    await visitor.page.getByRole('link', { name: 'Users' }).click();
    await visitor.settled();
    expect(await focused()).toBe('Users');
    expect(await visitor.page.title()).toBe('Users · Service Partner');
  });

  it('saves settings and downloads the signed NDA', async () => {
    await signInAs('alice');
    await visitor.goTo('/settings#nda');
    await field('Display name').fill('Alpine Fitters South');
    await button('Save changes: Team').click();
    await text('The team details are saved.').waitFor();
    const download = visitor.page.waitForEvent('download');
    await button('Download the signed PDF').click();
    expect((await download).suggestedFilename()).toBe('signed-nda.pdf');
    expect(await visitor.page.getByRole('link', { name: 'Set up a second factor' }).getAttribute('href')).toBe(
      '/oauth2/authorization/keycloak?kc_action=CONFIGURE_TOTP',
    );
  });
});
