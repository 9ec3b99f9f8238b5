// DEVELOPMENT FIXTURE: serves the built portal and answers the API with invented data, so that pages can be developed and looked at
// without the platform. Never part of a build; the acceptance tests run against the real services.
//   node dev/server.mjs [port]      /dev/as?who=alice&go=/users signs in (alice, nora, tom, sue, nobody), /dev/reset begins anew
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { accessOf, at, DAY, fresh, id, ndaIn, people, timelineOf, visibilityOf } from './data.mjs';
import { resetSmartcontrol, smartcontrol } from './smartcontrol.mjs';

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};
// As the gateway sends it.
const CSP =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
const APP = /^\/smartcontrol\/(jobs\/[^/]+|sync|account|callback)?$/;
const PAGES = /^\/(register|onboarding|connections|users|jobs(\/[^/]+)?|settings|support)?$/;
const RULES = [
  { rule: 'length', value: 12 },
  { rule: 'maxLength', value: 128 },
  { rule: 'notUsername' },
  { rule: 'notEmail' },
];
const LINKS = {
  good: {
    email: 'nora@nordic-works.example',
    role: 'ADMIN',
    kind: 'FIRST_ADMIN',
    providerName: 'Peak Mobility',
    fleetName: 'City cars',
  },
  technician: {
    email: 'max@alpine-fitters.example',
    role: 'TECHNICIAN',
    kind: 'COLLEAGUE',
    firstName: 'Max',
    lastName: 'Huber',
    invitedBy: 'Alice Berger',
  },
};

/** Answered with 202 and nothing else. */
const ACCEPTED = Symbol('accepted');

let state = fresh();
const streams = new Set();

class Refusal {
  constructor(status, slug, title, detail, advice, more = {}) {
    this.status = status;
    this.body = { type: `urn:service-partner:problem:${slug}`, title, status, detail, advice, ...more };
  }
}

const changed = (topic) =>
  [...streams]
    .filter((each) => each.topic === topic)
    .forEach(({ response }) => response.write('event:changed\ndata:{}\n\n'));
const partner = () => state.partners[state.who.partnerId];
const userOf = (userId) => {
  const found = state.users.find((each) => each.userId === userId);
  if (!found)
    throw new Refusal(
      404,
      'user-not-found',
      'User not found',
      'Your service partner has no user under this id.',
      'Go back to the list of users and choose one of them.',
    );
  return found;
};
const connectionOf = (connectionId) => state.connections.find((each) => each.connectionId === connectionId);
const soleAdmin = (user) =>
  user.role === 'ADMIN' && state.users.filter(({ role, state: s }) => role === 'ADMIN' && s === 'ACTIVE').length === 1;
const lastAdmin = () =>
  new Refusal(
    409,
    'last-admin',
    'Last admin',
    'This is the last active admin of the team.',
    'Make somebody else an admin first, then repeat this.',
  );

function step(name, change) {
  const mine = partner();
  if (mine.missingSteps[0] !== name) {
    throw new Refusal(
      409,
      'step-out-of-order',
      'Another step first',
      'This step is not next.',
      'Go on with the step that is.',
      { nextStep: mine.missingSteps[0] },
    );
  }
  change(mine);
  mine.missingSteps = mine.missingSteps.slice(1);
  changed('partner');
  return mine;
}

// Worded as identity-service does.
const PROVIDER = { providerName: 'Peak Mobility', contactEmail: 'fleet@peak-mobility.example' };
const COLLEAGUE = { invitedBy: 'Alice Berger', contactEmail: 'alice@alpine-fitters.example' };
const ASK_PROVIDER = 'Ask Peak Mobility to send a new fleet connection request: you get a new link with it.';
const ASK_COLLEAGUE = 'Ask Alice Berger to invite you again.';
const expired = (whom, advice, expiredAt, renewableUntil) => [
  'link-expired',
  'Link expired',
  'This link was valid for a limited time, which is over.',
  `Have a new link sent to your address. If none comes: ${advice}`,
  { ...whom, expiredAt, renewableUntil },
];
const REVOKED = ['link-revoked', 'Invitation taken back', 'The invitation was taken back.'];
const DEAD_LINKS = {
  expired: expired(PROVIDER, ASK_PROVIDER, at(-2 * DAY), at(5 * DAY)),
  'expired-long-ago': expired(COLLEAGUE, ASK_COLLEAGUE, at(-20 * DAY), at(-13 * DAY)),
  used: [
    'link-used',
    'Link used',
    'You have registered with this link already.',
    'Sign in with your e-mail address and the password you have chosen.',
    PROVIDER,
  ],
  revoked: [...REVOKED, ASK_COLLEAGUE, COLLEAGUE],
  replaced: [
    'link-replaced',
    'Link replaced',
    'A newer link was sent to you, so this one has ended.',
    'Open the link in the latest e-mail from us. If you cannot find it, have a new link sent to your address.',
    COLLEAGUE,
  ],
};

function link(token) {
  const dead = DEAD_LINKS[token];
  if (dead) throw new Refusal(410, ...dead);
  const found = LINKS[token];
  if (!found)
    throw new Refusal(
      404,
      'link-invalid',
      'Link not valid',
      'This link is not one that was sent by us, or it is not complete.',
      'Open the link in the e-mail itself, without changing it. If it still does not work, ask whoever invited you to invite you again.',
    );
  return { ...found, expiresAt: at(5 * DAY), passwordRules: RULES };
}

const jobOf = (jobId) => {
  const found = state.jobs.find((each) => each.jobId === jobId);
  if (!found)
    throw new Refusal(
      404,
      'job-not-found',
      'Job not found',
      `There is no job ${jobId} that you can see.`,
      'Reload the list.',
    );
  return found;
};

const routes = {
  'GET /api/me': () => state.who,
  'POST /api/public/v1/registration/check': (_, body) => link(body.token),
  'POST /api/public/v1/registration/resend': () => ACCEPTED,
  'POST /api/public/v1/registration/complete': (_, body, request) => {
    const { email, role } = link(body.token);
    if (body.password.startsWith('password')) {
      const message = request.headers['accept-language']?.startsWith('de')
        ? 'Dieses Passwort wurde schon verwendet.'
        : 'This password has been used before.';
      throw new Refusal(422, 'password-refused', 'Password refused', message, 'Choose another one.', {
        fields: [{ field: 'password', message }],
      });
    }
    return { email, role, next: role === 'ADMIN' ? 'PORTAL' : 'SMARTCONTROL' };
  },
  'GET /api/partner/v1/me': () => state.accounts[state.who.userId],
  'PUT /api/partner/v1/me': (_, body) => Object.assign(state.accounts[state.who.userId], body),
  'GET /api/partner/v1/partner': () => partner(),
  'PUT /api/partner/v1/partner/details': (_, body) => Object.assign(partner(), body),
  'PUT /api/partner/v1/partner/onboarding/team-details': (_, body) =>
    step('TEAM_DETAILS', (mine) => Object.assign(mine, body)),
  'PUT /api/partner/v1/partner/onboarding/personal-details': (_, body) =>
    step('PERSONAL_DETAILS', () => Object.assign(state.accounts[state.who.userId], body)),
  'GET /api/partner/v1/partner/nda': ({ query }) => ndaIn(query.get('language') ?? 'en', state.ndaVersion),
  'POST /api/partner/v1/partner/nda/signature': (_, body) =>
    step('NDA', (mine) => {
      mine.nda = { ...body, signedAt: at(0), signedBy: state.who.userId, outdated: false };
    }),
  'GET /api/partner/v1/partner/nda/signed': () => Buffer.from('%PDF-1.4\n% Development fixture\n'),
  'GET /api/partner/v1/users': () => ({ users: state.users }),
  'POST /api/partner/v1/users': (_, body) => {
    if (state.users.some(({ email }) => email === body.email.toLowerCase())) {
      throw new Refusal(
        409,
        'address-taken',
        'Address taken',
        `${body.email} belongs to a user of your team already.`,
        'Look for the person in the list, or use another address.',
      );
    }
    const { language: _language, ...person } = body;
    const user = {
      ...person,
      userId: id('b', 100 + state.users.length),
      state: 'INVITED',
      you: false,
      invitation: { invitedAt: at(0), expiresAt: at(7 * DAY), expired: false },
    };
    state.users.push(user);
    changed('users');
    return user;
  },
  'POST /api/partner/v1/users/:id/invitation': ({ id: userId }) =>
    Object.assign(userOf(userId), { invitation: { invitedAt: at(0), expiresAt: at(7 * DAY), expired: false } }),
  'DELETE /api/partner/v1/users/:id/invitation': ({ id: userId }) => {
    Object.assign(userOf(userId), { state: 'REMOVED', invitation: undefined });
  },
  'PUT /api/partner/v1/users/:id/role': ({ id: userId }, { role }) => {
    if (role !== 'ADMIN' && soleAdmin(userOf(userId))) throw lastAdmin();
    return Object.assign(userOf(userId), { role });
  },
  'DELETE /api/partner/v1/users/:id': ({ id: userId }) => {
    if (soleAdmin(userOf(userId))) throw lastAdmin();
    userOf(userId).state = 'REMOVED';
  },
  'GET /api/partner/v1/fleet-connections': () => ({ items: state.connections }),
  'POST /api/partner/v1/fleet-connections/:id/accept': ({ id: connectionId }) =>
    Object.assign(connectionOf(connectionId), { state: 'ACCEPTED', decidedAt: at(0), decidedBy: state.who.userId }),
  'POST /api/partner/v1/fleet-connections/:id/decline': ({ id: connectionId }) =>
    Object.assign(connectionOf(connectionId), { state: 'DECLINED', decidedAt: at(0), decidedBy: state.who.userId }),
  'DELETE /api/partner/v1/fleet-connections/:id': ({ id: connectionId }) =>
    Object.assign(connectionOf(connectionId), { state: 'DELETED', endedAt: at(0), endedBy: state.who.userId }),
  'GET /api/partner/v1/jobs/summary': ({ query }) => {
    const fleet = state.jobs.filter(({ fleetId }) => fleetId === query.get('fleetId'));
    return {
      assigned: fleet.filter(({ status }) => status === 'ASSIGNED').length,
      running: fleet.filter(({ status }) => status === 'RUNNING').length,
    };
  },
  'GET /api/partner/v1/jobs': ({ query }) => {
    const words = query.get('search')?.toLowerCase();
    const found = state.jobs.filter(
      (each) =>
        (!query.get('status') || each.status === query.get('status')) &&
        (!query.get('fleetId') || each.fleetId === query.get('fleetId')) &&
        (!words ||
          [each.licensePlate, each.vin, each.customName, each.vehicleModel].some((text) =>
            text?.toLowerCase().includes(words),
          )),
    );
    const from = Number(query.get('cursor') ?? 0);
    const to = from + Number(query.get('limit') ?? 50);
    const fleets = [...new Map(state.jobs.map(({ fleetId, fleetName }) => [fleetId, { fleetId, fleetName }])).values()];
    return { jobs: found.slice(from, to), nextCursor: to < found.length ? String(to) : undefined, fleets };
  },
  'GET /api/partner/v1/jobs/:id': ({ id: jobId }) => {
    const found = jobOf(jobId);
    return { ...found, timeline: timelineOf(found) };
  },
  'GET /api/partner/v1/jobs/:id/visibility': ({ id: jobId, query }) => visibilityOf(jobOf(jobId), query.get('at')),
  'GET /api/support/v1/jobs/:id': ({ id: jobId }) => {
    const job = jobOf(jobId);
    const { fleetId, status } = job;
    return { jobId, fleetId, partnerId: people.alice.partnerId, status, timeline: timelineOf(job) };
  },
  'GET /api/support/v1/jobs/:id/visibility': ({ id: jobId, query }) => visibilityOf(jobOf(jobId), query.get('at')),
  'GET /api/support/v1/vehicles/:id/access': ({ id: vin, query }) => ({
    vin,
    at: query.get('at'),
    jobs: accessOf(state.jobs, vin, query.get('at')),
  }),
  'GET /api/me/second-factors': () => ({ secondFactors: state.secondFactors }),
  'POST /logout': () => {
    state.who = undefined;
  },
  'GET /oauth2/authorization/keycloak': ({ query }) => {
    state.signIns.push(Object.fromEntries(query));
    state.who ??= people[state.nextSignIn];
    const action = query.get('kc_action') ?? '';
    if (action === 'CONFIGURE_TOTP')
      state.secondFactors.push({ id: id('e', state.secondFactors.length + 1), name: 'Phone', since: at(0) });
    if (action.startsWith('delete_credential:'))
      state.secondFactors = state.secondFactors.filter((each) => !action.endsWith(each.id));
  },
  'GET /dev/sign-ins': () => state.signIns,
  'GET /dev/as': ({ query }) => {
    state.who = people[query.get('who')];
  },
  'GET /dev/reset': () => {
    state = fresh();
    resetSmartcontrol();
  },
  'POST /dev/state': (_, body) => {
    const { partner: changes, ...rest } = body;
    Object.assign(state, rest);
    if (changes) Object.assign(partner(), changes);
  },
  'POST /dev/request': (_, body) => {
    state.connections.unshift({
      connectionId: id('c', 900 + state.connections.length),
      fleetId: 'night-cars',
      fleetName: 'Night cars',
      providerName: 'Peak Mobility',
      state: 'PENDING',
      overrideAllowed: false,
      requestedAt: at(0),
      expiresAt: at(7 * DAY),
      ...body,
    });
    changed('fleet-connections');
  },
};

function find(method, path) {
  for (const [route, handler] of Object.entries(routes)) {
    const [verb, pattern] = route.split(' ');
    if (verb !== method) continue;
    const match = new RegExp(`^${pattern.replace(':id', '([^/]+)')}$`).exec(path);
    if (match) return { handler, id: match[1] };
  }
  return undefined;
}

/** As the gateway does: to the page that was named, which is told how an action ended. */
function comingBack(query) {
  const page = query.get('returnTo') ?? '/';
  return query.has('kc_action') ? `${page}?kc_action_status=success` : page;
}

async function api(request, response, url) {
  const path = url.pathname;
  const stream = /^\/api\/partner\/v1\/([a-z-]+)\/changes$/.exec(path);
  const open = !path.startsWith('/api/') || path.startsWith('/api/public/');
  if (!open && !state.who)
    throw new Refusal(
      401,
      'unauthenticated',
      'Not signed in',
      'This request carries neither a session nor a valid access token.',
      'Sign in again.',
    );
  if (stream) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write('event:changed\ndata:{}\n\n');
    const entry = { topic: stream[1], response };
    streams.add(entry);
    request.on('close', () => streams.delete(entry));
    return;
  }
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString();
  if (
    !['GET', 'HEAD'].includes(request.method) &&
    !path.startsWith('/dev/') &&
    request.headers['x-xsrf-token'] !== 'fixture'
  ) {
    throw new Refusal(
      403,
      'csrf-token-missing',
      'Request not confirmed',
      'The CSRF token is missing.',
      'Reload the page.',
    );
  }
  const failure = state.failures.findIndex(({ route }) => route === `${request.method} ${path}`);
  if (failure >= 0) {
    const [{ status, slug, title, detail, advice }] = state.failures.splice(failure, 1);
    throw new Refusal(status, slug, title, detail, advice);
  }
  const found = find(request.method, path);
  if (!found)
    throw new Refusal(404, 'not-found', 'Not found', 'There is nothing at this address.', 'Check the address.');
  if (state.delay) await new Promise((resolve) => setTimeout(resolve, state.delay));
  const answer = found.handler({ id: found.id, query: url.searchParams }, text ? JSON.parse(text) : undefined, request);
  if (path.startsWith('/oauth2')) return response.writeHead(302, { Location: comingBack(url.searchParams) }).end();
  if (path === '/dev/as') return response.writeHead(302, { Location: url.searchParams.get('go') ?? '/' }).end();
  if (path === '/logout') return response.writeHead(204, { Location: '/' }).end();
  if (Buffer.isBuffer(answer)) return response.writeHead(200, { 'Content-Type': 'application/pdf' }).end(answer);
  if (answer === ACCEPTED) return response.writeHead(202).end();
  if (answer === undefined) return response.writeHead(204).end();
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
}

async function page(response, path) {
  const file = PAGES.test(path) ? '/index.html' : APP.test(path) ? '/smartcontrol/index.html' : normalize(path);
  const body = await readFile(join(DIST, file)).catch(() => undefined);
  if (!body)
    return response.writeHead(200, { 'Content-Type': TYPES['.html'] }).end(await readFile(join(DIST, 'index.html')));
  response.writeHead(200, { 'Content-Type': TYPES[extname(file)] ?? 'application/octet-stream' }).end(body);
}

async function answer(request, response, url) {
  if (await smartcontrol(request, response, url)) return;
  const isApi = /^\/(api|dev|logout|oauth2)(\/|$)/.test(url.pathname);
  await (isApi ? api(request, response, url) : page(response, url.pathname));
}

export function start(port = 0) {
  const server = createServer((request, response) => {
    const url = new URL(request.url, `http://${request.headers.host}`);
    response.setHeader('Content-Security-Policy', CSP);
    response.setHeader('Set-Cookie', 'XSRF-TOKEN=fixture; Path=/');
    answer(request, response, url).catch((refusal) => {
      if (!(refusal instanceof Refusal)) throw refusal;
      response
        .writeHead(refusal.status, { 'Content-Type': 'application/problem+json' })
        .end(JSON.stringify({ ...refusal.body, instance: url.pathname }));
    });
  });
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve(server)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const server = await start(Number(process.argv[2] ?? 8090));
  console.log(`Development fixture at http://127.0.0.1:${server.address().port}/dev/as?who=alice`);
}
