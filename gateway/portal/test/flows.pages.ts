import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { arrange, close, open, request, reset, signIns, signInAs, Visitor } from './browser';

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

describe('a link that does not work', () => {
  it('says why and whom to ask, and a new one can be sent', async () => {
    await visitor.goTo('/register#expired');
    await text('This link has expired').waitFor();
    await text('Ask Peak Mobility for a new fleet connection request').waitFor();
    const write = visitor.page.getByRole('link', { name: 'Write to Peak Mobility' });
    expect(await write.getAttribute('href')).toBe('mailto:fleet@peak-mobility.example');
    await button('Send me a new link').click();
    await text('If the invitation is still open, a new link is on its way').waitFor();
  });

  it.each(['revoked', 'expired-long-ago'])('is not sent again if it is %s', async (link) => {
    await visitor.goTo(`/register#${link}`);
    await text('Ask Alice Berger to invite you again.').waitFor();
    expect(await button('Send me a new link').count()).toBe(0);
  });
});

describe('somebody else at this browser', () => {
  it('is signed out before the new account is asked for', async () => {
    await signInAs('alice');
    await arrange({ nextSignIn: 'nora' });
    await visitor.goTo('/register#good');
    await text('You are signed in as alice@alpine-fitters.example.').waitFor();
    await field(/^Password$/).fill('correct horse battery');
    await button('Set password').click();
    await button('Continue to log in').click();
    await visitor.page.waitForURL(/\/onboarding$/);
    expect(await field('Team e-mail').inputValue()).toBe('nora@nordic-works.example');
    expect(await signIns()).toEqual([{ ui_locales: 'en' }]);
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

  it('is over for a team whose NDA is outdated: everything works, and every page leads to the new version', async () => {
    await signInAs('alice');
    const company = {
      companyName: 'Alpine Fitters',
      street: 'Berg 1',
      zipCity: '80331 München',
      representative: 'A B',
    };
    const nda = { version: '2025-01', signedAt: '2025-01-10T10:00:00Z', signedBy: '', outdated: true, ...company };
    await arrange({ partner: { missingSteps: ['NDA'], nda } });
    for (const page of ['Users', 'Jobs', 'Fleet connections']) {
      if (page === 'Users') await visitor.goTo('/users');
      else await visitor.page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: page }).click();
      await visitor.page.getByRole('heading', { name: page, level: 1 }).waitFor();
      await text('There is a new version of the NDA').waitFor();
    }
    await visitor.page.getByRole('link', { name: /^Accepted/ }).click();
    await button('Delete connection to Airport shuttles').waitFor();
    await visitor.page.getByRole('link', { name: 'Review and sign it' }).click();
    await button('Open the NDA').click();
    await button('Review').click();
    await field(/I have read the NDA/).check();
    await button('Sign electronically').click();
    await visitor.page.waitForURL(/\/connections/);
    await visitor.settled();
    expect(await visitor.page.getByText('There is a new version of the NDA').count()).toBe(0);
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
    await text(/How many jobs wait is shown once you have accepted/).waitFor();
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
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

  it('are not deleted before it is known what that touches', async () => {
    await arrange({
      failures: Array.from({ length: 2 }, () => ({
        route: 'GET /api/partner/v1/jobs/summary',
        status: 503,
        slug: 'service-unavailable',
      })),
    });
    await visitor.goTo('/connections?state=accepted');
    await button('Delete connection to Airport shuttles').click();
    await text(/cannot be said right now/).waitFor();
    const confirm = visitor.page.getByRole('dialog').getByRole('button', { name: 'Delete connection' });
    expect(await confirm.isDisabled()).toBe(true);
    await button('Count again').click();
    await text(/11 jobs are running: they end as failed/).waitFor();
    expect(await confirm.isEnabled()).toBe(true);
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
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Accept' }).click();
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

  it('can be given another role before they have registered', async () => {
    await visitor.goTo('/users');
    await button('Actions for Maximilian von Hohenberg-Steinfeld').click();
    await visitor.page.getByRole('menuitem', { name: 'Make admin' }).click();
    await text('The invitation stays open').waitFor();
    await visitor.page.getByRole('dialog').getByRole('button', { name: 'Make admin' }).click();
    await text('Maximilian von Hohenberg-Steinfeld is now invited as an admin.').waitFor();
    await visitor.page
      .getByRole('row', { name: /Maximilian/ })
      .getByText('Admin', { exact: true })
      .waitFor();
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

describe('support', () => {
  beforeEach(() => signInAs('sue'));

  it('sees who could see a job at a moment, and its time line', async () => {
    await visitor.goTo('/');
    await visitor.page.waitForURL(/\/support$/);
    await field('Job id or VIN').fill('d0000000-0000-4000-8000-000000000001');
    await button('Show').click();
    await text('Visible to Tom Kurz, Sofia Lindqvist.').waitFor();
    await text(/Tom Kurz could reach the vehicle since/).waitFor();
    await text('The connection to the fleet was accepted.').waitFor();
    await text('Assigned to the team').waitFor();
    await field('Moment').fill('2020-01-01T10:00');
    await button('Show').click();
    await text('Nobody could see the job.').waitFor();
    await visitor.page.goBack();
    await text('Visible to Tom Kurz, Sofia Lindqvist.').waitFor();
  });

  it('sees who could reach a vehicle, and comes from there to the job', async () => {
    await visitor.goTo('/support');
    await field('Job id or VIN').fill('wvwzzz1jzxw386753');
    await button('Show').click();
    await text(/one technician could reach this vehicle/).waitFor();
    await visitor.page.getByRole('link', { name: 'd0000000-0000-4000-8000-000000000001' }).click();
    await text('Assigned to the team').waitFor();
    expect(await field('Job id or VIN').inputValue()).toBe('d0000000-0000-4000-8000-000000000001');
  });

  it('has a page that is closed to admins', async () => {
    await signInAs('alice');
    await visitor.goTo('/support');
    await visitor.page.waitForURL(/\/connections$/);
    await visitor.settled();
    expect(await visitor.heading()).toBe('Fleet connections');
  });
});

describe('technicians', () => {
  it('are led to their app', async () => {
    await signInAs('tom');
    await visitor.goTo('/');
    const app = visitor.page.getByRole('link', { name: 'Open SmartControl' });
    expect(await app.getAttribute('href')).toBe('/smartcontrol/');
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

  it('logs in in the language of the portal', async () => {
    const reader = await Visitor.come({ language: 'de' });
    await reader.goTo('/');
    const logIn = reader.page.getByRole('link', { name: 'Anmelden' });
    expect(await logIn.getAttribute('href')).toBe('/oauth2/authorization/keycloak?ui_locales=de');
    await reader.goTo('/users');
    await reader.page.getByRole('heading', { name: 'Benutzer' }).waitFor();
    expect(await signIns()).toEqual([{ ui_locales: 'de' }]);
    await reader.leave();
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
  });

  it('sets up a second factor, is told that it is on, and removes it again', async () => {
    await signInAs('alice');
    await visitor.goTo('/settings');
    await visitor.page.getByText('Off', { exact: true }).waitFor();
    await visitor.page.getByRole('link', { name: 'Set up a second factor' }).click();
    await text('Your second factor is changed.').waitFor();
    await visitor.page.getByRole('link', { name: 'Set up another one' }).waitFor();
    expect(new URL(visitor.page.url()).search).toBe('');
    await visitor.page.getByRole('link', { name: 'Remove the second factor Phone' }).click();
    await visitor.page.getByText('Off', { exact: true }).waitFor();
    expect((await signIns()).map(({ kc_action }) => kc_action)).toEqual([
      'CONFIGURE_TOTP',
      'delete_credential:e0000000-0000-4000-8000-000000000001',
    ]);
  });
});
