// DEVELOPMENT FIXTURE: an invented sign-in service and SmartControl's public API, for dev/server.mjs. Keeps the rules of the real
// ones as far as the app can tell the difference.
import { randomUUID } from 'node:crypto';
import { at, DAY, id } from './data.mjs';

const HOUR = DAY / 24;
const TOM = id('b', 2);
const SOFIA = id('b', 3);
const CHECKS = ['online', 'gps', 'ignition', 'centralLock', 'immobilizer'];
const passed = Object.fromEntries(CHECKS.map((check) => [check, 'PASSED']));
const ALL = ['vin', 'licensePlate', 'vehicleModel', 'jobType', 'customName', 'plannedServiceDate', 'instructions'];

const job = (n, more = {}) => {
  const filled = {
    jobType: n % 4 ? 'INSTALLATION' : 'MAINTENANCE',
    vin: `WVWZZZ1JZXW${386752 + n}`,
    licensePlate: `M-PM ${1234 + n}`,
    vehicleModel: ['VW ID.3', 'Renault Zoe', 'Ford Transit', 'Fiat 500e'][n % 4],
    plannedServiceDate: n % 5 ? at(n * DAY).slice(0, 10) : undefined,
    ...more,
  };
  return {
    jobId: id('d', n),
    fleetId: n % 3 ? 'airport-shuttles' : 'scooters-south',
    fleetName: n % 3 ? 'Airport shuttles' : 'Scooters South',
    providerName: n % 3 ? 'Peak Mobility' : 'Rollwerk',
    partnerId: id('a', 1),
    status: 'ASSIGNED',
    version: 3,
    overrideAllowed: false,
    assignedAt: at(-n * 7 * HOUR - DAY),
    changedAt: at(-n * 5 * HOUR),
    providerFields: [...ALL, 'telematicsUnitId', 'configurationPreset'].filter((field) => filled[field] !== undefined),
    ...filled,
  };
};
const mine = { technicianId: TOM, progress: { acceptedAt: at(-3 * HOUR) } };
const running = (progress = {}) => ({
  technicianId: TOM,
  status: 'RUNNING',
  progress: { acceptedAt: at(-3 * HOUR), startedAt: at(-HOUR), ...progress },
});
const configured = { configuration: { outcome: 'SUCCEEDED', at: at(-HOUR / 2) } };
const tested = { test: { passed: true, checks: passed, at: at(-HOUR / 4) } };
const UNIT = '00A1B2C3D4E5F607';

const jobs = () => [
  job(1, {
    customName: 'Shuttle 7',
    instructions: 'The key is at the reception desk of terminal 2.\nPlease park on level −1 afterwards.',
  }),
  job(2, { ...mine, telematicsUnitId: UNIT, configurationPreset: 'Sharing EU' }),
  job(3, {
    licensePlate: undefined,
    customName: 'Scooter 0042',
    jobType: undefined,
    vin: undefined,
    vehicleModel: undefined,
  }),
  job(4, { ...running() }),
  job(5, {
    ...running(),
    telematicsUnitId: UNIT,
    configurationPreset: 'Sharing EU',
    plannedServiceDate: at(0).slice(0, 10),
  }),
  job(6, { technicianId: SOFIA, progress: { acceptedAt: at(-2 * HOUR) } }),
  job(7, { ...running(configured), telematicsUnitId: UNIT }),
  job(8, { ...running({ ...configured, ...tested }), telematicsUnitId: UNIT }),
  job(9, {
    ...running({ ...configured, ...tested, endedAt: at(-3 * DAY) }),
    status: 'SUCCEEDED',
    telematicsUnitId: UNIT,
  }),
  job(10, {
    ...running({
      endedAt: at(-2 * DAY),
      failureReason: 'TECHNICIAN',
      comment: 'The vehicle was not at the agreed place; nobody answered the phone.',
    }),
    status: 'FAILED',
  }),
  job(11, { ...running({ endedAt: at(-DAY), failureReason: 'CONNECTION_DELETED' }), status: 'FAILED' }),
  ...Array.from({ length: 8 }, (_, n) => job(n + 12)),
];

export const freshSmartcontrol = () => ({
  /** ok; or the slug of the refusal of everything. */
  access: 'ok',
  jobs: jobs(),
  /** Problems with which the next commands are refused. */
  refuse: [],
  /** The status with which the sending of commands fails, and the job whose commands cannot be handled. */
  failing: undefined,
  broken: undefined,
  /** So many answers to commands get lost, after the commands have had their effect. */
  lostAnswers: 0,
  keys: new Map(),
  log: 100,
  refreshToken: undefined,
});

let smart = freshSmartcontrol();
const streams = new Set();
const problem = (status, slug, title, detail, advice, more) => ({
  type: `urn:service-partner:problem:${slug}`,
  title,
  status,
  detail,
  advice,
  ...more,
});
const REFUSALS = {
  'job-taken': [
    'Job taken',
    'Another technician of your team works on this job.',
    'Choose another job, or ask your colleague to give it back.',
  ],
  'job-not-running': [
    'Job not running',
    'This is possible only while the job is running.',
    'Look at how the job stands now.',
  ],
  'job-changed': [
    'Job changed meanwhile',
    'Since you saw the job, somebody else has changed it.',
    'Look at what has changed, then decide whether to do it again.',
  ],
};

function tell(name, data, position = true) {
  if (position) smart.log += 1;
  for (const stream of streams)
    stream.write(`event:${name}\n${position ? `id:${smart.log}\n` : ''}data:${JSON.stringify(data)}\n\n`);
}

function open(request, response) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  response.write(': following\n\n');
  const last = Number(request.headers['last-event-id']);
  if (!last || last > smart.log || last < 100) {
    response.write('event:reset\ndata:{}\n\n');
    for (const each of smart.jobs) response.write(`event:job\ndata:${JSON.stringify(each)}\n\n`);
    response.write(`event:ready\nid:${smart.log}\ndata:{}\n\n`);
  }
  streams.add(response);
  request.on('close', () => streams.delete(response));
}

function effect(each, command) {
  const { idempotencyKey: _key, jobId: _job, command: name, seenVersion: _seen, doneAt, ...fields } = command;
  const others = each.technicianId !== undefined && each.technicianId !== TOM;
  if (others) return 'job-taken';
  const { checks, outcome, message, comment, ...filled } = fields;
  if (['configure', 'test', 'complete'].includes(name) && each.status !== 'RUNNING') return 'job-not-running';
  const progress = { ...each.progress };
  if (name === 'accept') Object.assign(each, { technicianId: TOM, progress: { ...progress, acceptedAt: doneAt } });
  if (name === 'release') Object.assign(each, { technicianId: undefined, status: 'ASSIGNED', progress: undefined });
  if (name === 'start')
    Object.assign(each, filled, { status: 'RUNNING', progress: { ...progress, startedAt: doneAt } });
  if (name === 'configure')
    Object.assign(each, filled, {
      progress: { ...progress, configuration: { outcome, message, at: doneAt }, test: undefined },
    });
  if (name === 'test')
    each.progress = {
      ...progress,
      test: { passed: CHECKS.every((check) => checks[check] === 'PASSED'), checks, at: doneAt },
    };
  if (name === 'complete') Object.assign(each, { status: 'SUCCEEDED', progress: { ...progress, endedAt: doneAt } });
  if (name === 'fail')
    Object.assign(each, {
      status: 'FAILED',
      progress: { ...progress, endedAt: doneAt, failureReason: 'TECHNICIAN', comment },
    });
  each.version += 1;
  each.changedAt = at(0);
  tell('job', each);
  return undefined;
}

function carryOut(command) {
  const { idempotencyKey, jobId } = command;
  const known = smart.keys.get(idempotencyKey);
  if (known) return known.outcome === 'APPLIED' ? { ...known, outcome: 'ALREADY_APPLIED' } : known;
  if (jobId === smart.broken) return { idempotencyKey, jobId, outcome: 'FAILED' };
  const each = smart.jobs.find((one) => one.jobId === jobId);
  let slug = smart.refuse.shift();
  if (!each) slug = 'job-not-found';
  slug ??= effect(each, command);
  const [title, detail, advice] = REFUSALS[slug] ?? ['Job not found', `There is no job ${jobId}.`, 'Reload the list.'];
  const result = {
    idempotencyKey,
    jobId,
    outcome: slug ? 'REFUSED' : 'APPLIED',
    problem: slug
      ? problem(slug === 'job-changed' ? 412 : slug === 'job-not-found' ? 404 : 409, slug, title, detail, advice, {
          changes:
            slug === 'job-changed'
              ? [
                  {
                    type: 'RELEASED',
                    at: at(-HOUR),
                    by: { userId: SOFIA, firstName: 'Sofia', lastName: 'Meyer' },
                    comment: 'The key was not there.',
                  },
                ]
              : undefined,
        })
      : undefined,
    job: each,
  };
  smart.keys.set(idempotencyKey, result);
  return result;
}

const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

function tokens(origin, nonce) {
  smart.refreshToken = randomUUID();
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: `${origin}/realms/fixture`,
    aud: 'smartcontrol',
    sub: 'tom',
    user_id: TOM,
    iat: now,
    exp: now + 300,
    nonce,
  };
  return {
    access_token: 'fixture',
    token_type: 'Bearer',
    expires_in: 300,
    refresh_token: smart.refreshToken,
    id_token: `${encoded({ alg: 'RS256' })}.${encoded(claims)}.fixture`,
  };
}

const body = async (request) => {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

let nonce;

/** @returns whether the request was for SmartControl or its sign-in service */
export async function smartcontrol(request, response, url) {
  const { pathname, searchParams, origin } = url;
  const json = (value, status = 200) => {
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));
    return true;
  };
  switch (pathname) {
    case '/dev/smartcontrol':
      Object.assign(smart, JSON.parse((await body(request)) || '{}'));
      return json({ jobs: smart.jobs });
    case '/dev/smartcontrol/tell': {
      const { name, data, jobs: changed } = JSON.parse(await body(request));
      if (changed) smart.jobs = changed;
      if (name === 'fleet-hidden') smart.jobs = smart.jobs.filter(({ fleetId }) => fleetId !== data.fleetId);
      tell(name, data);
      return json({});
    }
    case '/smartcontrol/settings.json':
      return json({ issuer: `${origin}/realms/fixture`, clientId: 'smartcontrol' });
    case '/realms/fixture/.well-known/openid-configuration':
      return json({
        issuer: `${origin}/realms/fixture`,
        authorization_endpoint: `${origin}/realms/fixture/auth`,
        token_endpoint: `${origin}/realms/fixture/token`,
        revocation_endpoint: `${origin}/realms/fixture/revoke`,
        end_session_endpoint: `${origin}/realms/fixture/logout`,
      });
    case '/realms/fixture/auth': {
      nonce = searchParams.get('nonce');
      const back = new URL(searchParams.get('redirect_uri'));
      back.searchParams.set('code', 'fixture');
      back.searchParams.set('state', searchParams.get('state'));
      response.writeHead(302, { Location: back.href }).end();
      return true;
    }
    case '/realms/fixture/token': {
      const form = new URLSearchParams(await body(request));
      const old = form.get('grant_type') === 'refresh_token';
      if (old && form.get('refresh_token') !== smart.refreshToken) return json({ error: 'invalid_grant' }, 400);
      return json(tokens(origin, old ? undefined : nonce));
    }
    case '/realms/fixture/revoke':
      return json({});
    case '/realms/fixture/logout':
      response.writeHead(302, { Location: searchParams.get('post_logout_redirect_uri') }).end();
      return true;
  }
  if (!pathname.startsWith('/api/smartcontrol/v1/')) return false;
  if (smart.access !== 'ok')
    return json(
      problem(403, smart.access, 'No access to jobs', 'You have no access.', 'Ask an admin of your team.'),
      403,
    );
  switch (pathname.slice('/api/smartcontrol/v1'.length)) {
    case '/me':
      return json({ userId: TOM, partnerId: id('a', 1), firstName: 'Tom', lastName: 'Kurz' });
    case '/jobs/stream':
      open(request, response);
      return true;
    case '/commands': {
      const { commands } = JSON.parse(await body(request));
      if (smart.failing)
        return json(problem(smart.failing, 'service-unavailable', 'Not reachable', 'Sorry.', 'Wait.'), smart.failing);
      const results = commands.map(carryOut);
      if (smart.lostAnswers > 0) {
        smart.lostAnswers -= 1;
        response.destroy();
        return true;
      }
      return json({
        results,
        hiddenJobs: [...new Set(commands.map(({ jobId }) => jobId))].filter(
          (jobId) => !smart.jobs.some((each) => each.jobId === jobId),
        ),
      });
    }
  }
  return json(problem(404, 'not-found', 'Not found', 'There is nothing here.', 'Check the address.'), 404);
}

export function resetSmartcontrol() {
  smart = freshSmartcontrol();
  streams.forEach((stream) => stream.end());
}
