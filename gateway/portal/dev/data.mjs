// DEVELOPMENT FIXTURE: invented data for dev/server.mjs. Nothing of this reaches a build.
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (offset) => new Date(Date.now() + offset).toISOString();
const id = (kind, n) => `${kind}0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

export const people = {
  alice: {
    name: 'Alice Berger',
    email: 'alice@alpine-fitters.example',
    roles: ['partner-admin'],
    partnerId: id('a', 1),
    userId: id('b', 1),
  },
  nora: {
    name: 'nora@nordic-works.example',
    email: 'nora@nordic-works.example',
    roles: ['partner-admin'],
    partnerId: id('a', 2),
    userId: id('b', 20),
  },
  tom: {
    name: 'Tom Kurz',
    email: 'tom@alpine-fitters.example',
    roles: ['technician'],
    partnerId: id('a', 1),
    userId: id('b', 2),
  },
  sue: { name: 'Sue Support', email: 'sue@service-partner.example', roles: ['support'] },
  nobody: { name: 'Udo Fremd', email: 'udo@elsewhere.example', roles: [] },
};

const user = (n, firstName, lastName, role, state, more = {}) => ({
  userId: id('b', n),
  email: `${firstName.toLowerCase()}@alpine-fitters.example`,
  firstName,
  lastName,
  role,
  state,
  you: n === 1,
  ...more,
});

const users = () => [
  user(1, 'Alice', 'Berger', 'ADMIN', 'ACTIVE'),
  user(2, 'Tom', 'Kurz', 'TECHNICIAN', 'ACTIVE'),
  user(3, 'Sofia', 'Lindqvist', 'TECHNICIAN', 'ACTIVE'),
  user(4, 'Maximilian', 'von Hohenberg-Steinfeld', 'TECHNICIAN', 'INVITED', {
    invitation: { invitedAt: at(-2 * DAY), expiresAt: at(5 * DAY), expired: false },
  }),
  user(5, 'Yusuf', 'Demir', 'TECHNICIAN', 'INVITED', {
    invitation: { invitedAt: at(-9 * DAY), expiresAt: at(-2 * DAY), expired: true },
  }),
  user(6, 'Greta', 'Olsen', 'TECHNICIAN', 'REMOVED'),
];

const connection = (n, fleetName, providerName, state, more = {}) => ({
  connectionId: id('c', n),
  fleetId: fleetName.toLowerCase().replaceAll(' ', '-'),
  fleetName,
  providerName,
  state,
  overrideAllowed: false,
  requestedAt: at(-3 * DAY),
  expiresAt: at(4 * DAY),
  ...more,
});

const connections = () => [
  connection(1, 'City cars', 'Peak Mobility', 'PENDING', { providerContactEmail: 'fleet@peak-mobility.example' }),
  connection(2, 'Cargo vans Munich', 'Stadtflotte', 'PENDING', {
    requestedAt: at(-6 * DAY - 4 * HOUR),
    expiresAt: at(20 * HOUR),
    overrideAllowed: true,
    providerContactEmail: 'partner@stadtflotte.example',
  }),
  connection(3, 'Airport shuttles', 'Peak Mobility', 'ACCEPTED', {
    requestedAt: at(-41 * DAY),
    expiresAt: at(-34 * DAY),
    decidedAt: at(-40 * DAY),
    decidedBy: id('b', 1),
    overrideAllowed: true,
    providerContactEmail: 'fleet@peak-mobility.example',
  }),
  connection(4, 'Scooters South', 'Rollwerk', 'ACCEPTED', {
    requestedAt: at(-90 * DAY),
    expiresAt: at(-83 * DAY),
    decidedAt: at(-89 * DAY),
    decidedBy: id('b', 1),
  }),
  connection(5, 'Hotel fleet', 'Grand Rentals', 'DECLINED', {
    requestedAt: at(-20 * DAY),
    expiresAt: at(-13 * DAY),
    decidedAt: at(-19 * DAY),
    decidedBy: id('b', 1),
  }),
  connection(6, 'Campus bikes', 'Uni Sharing', 'EXPIRED', {
    requestedAt: at(-30 * DAY),
    expiresAt: at(-23 * DAY),
    endedAt: at(-23 * DAY),
  }),
  connection(7, 'Old vans', 'Stadtflotte', 'DELETED', {
    requestedAt: at(-300 * DAY),
    expiresAt: at(-293 * DAY),
    decidedAt: at(-299 * DAY),
    decidedBy: id('b', 1),
    endedAt: at(-60 * DAY),
    endedBy: id('b', 1),
  }),
  connection(8, 'Trial cars', 'Rollwerk', 'WITHDRAWN', {
    requestedAt: at(-100 * DAY),
    expiresAt: at(-93 * DAY),
    endedAt: at(-99 * DAY),
  }),
];

const tom = { userId: id('b', 2), firstName: 'Tom', lastName: 'Kurz' };
const sofia = { userId: id('b', 3), firstName: 'Sofia', lastName: 'Lindqvist' };
const models = ['VW ID.3', 'Renault Zoe', 'Ford Transit', 'Fiat 500e', 'Opel Corsa'];

const job = (n, status, more = {}) => ({
  jobId: id('d', n),
  fleetId: n % 3 ? 'airport-shuttles' : 'scooters-south',
  fleetName: n % 3 ? 'Airport shuttles' : 'Scooters South',
  providerName: n % 3 ? 'Peak Mobility' : 'Rollwerk',
  status,
  jobType: n % 4 ? 'INSTALLATION' : 'MAINTENANCE',
  vin: `WVWZZZ1JZXW${386752 + n}`,
  licensePlate: `M-PM ${1234 + n}`,
  vehicleModel: models[n % models.length],
  plannedServiceDate: n % 5 ? at(n * DAY).slice(0, 10) : undefined,
  assignedAt: at(-n * 7 * HOUR - DAY),
  changedAt: at(-n * 5 * HOUR),
  ...more,
});

const jobs = () => [
  job(1, 'RUNNING', {
    technician: tom,
    customName: 'Shuttle 7',
    instructions: 'The key is at the reception desk of terminal 2.\nPlease park on level −1 afterwards.',
    configurationPreset: 'Sharing EU',
    telematicsUnitId: '00A1B2C3D4E5F607',
  }),
  job(2, 'ASSIGNED'),
  job(3, 'ASSIGNED', { licensePlate: undefined, customName: 'Scooter 0042', jobType: undefined }),
  job(4, 'FAILED', {
    technician: sofia,
    failureReason: 'FAILED_BY_TECHNICIAN',
    failureComment: 'The vehicle was not at the agreed place; nobody answered the phone.',
  }),
  job(5, 'SUCCEEDED', { technician: tom }),
  job(6, 'FAILED', { technician: sofia, failureReason: 'CONNECTION_DELETED' }),
  ...Array.from({ length: 60 }, (_, n) =>
    job(
      n + 7,
      ['SUCCEEDED', 'ASSIGNED', 'SUCCEEDED', 'RUNNING'][n % 4],
      n % 4 === 1 ? {} : { technician: n % 2 ? tom : sofia },
    ),
  ),
];

export function timelineOf(each) {
  const entry = (hours, type, by, more = {}) => ({
    type,
    at: new Date(Date.parse(each.assignedAt) + hours * HOUR).toISOString(),
    by,
    ...more,
  });
  return [
    entry(0, 'ASSIGNED', 'FLEETCONTROL'),
    ...(each.technician ? [entry(2, 'ACCEPTED', each.technician), entry(20, 'STARTED', each.technician)] : []),
    ...(each.status === 'SUCCEEDED'
      ? [
          entry(21, 'CONFIGURED', each.technician),
          entry(21.2, 'TESTED', each.technician),
          entry(21.5, 'SUCCEEDED', each.technician),
        ]
      : []),
    ...(each.status === 'FAILED'
      ? [
          entry(22, 'FAILED', each.failureReason === 'CONNECTION_DELETED' ? 'SYSTEM' : each.technician, {
            reason: each.failureReason,
            comment: each.failureComment,
          }),
        ]
      : []),
  ];
}

/** Who could see a job at a moment, as job-service tells it: from the events, not from how things are today. */
export function visibilityOf(job, moment) {
  const assigned = { eventId: id('f', 1), type: 'job.assigned.v1', at: job.assignedAt };
  const accepted = { eventId: id('f', 2), type: 'connection.accepted.v1', at: at(-40 * DAY) };
  const active = { eventId: id('f', 3), type: 'technician.enabled.v1', at: at(-45 * DAY) };
  const started = { eventId: id('f', 4), type: 'job.started.v1', at: job.changedAt };
  const known = Date.parse(moment) >= Date.parse(job.assignedAt);
  const running = known && job.status === 'RUNNING' && Date.parse(moment) >= Date.parse(job.changedAt);
  return {
    jobId: job.jobId,
    at: moment,
    visible: known,
    technicians: known ? [tom, sofia] : [],
    access: running ? { technicianId: tom.userId, vin: job.vin, since: job.changedAt } : undefined,
    because: known
      ? [
          { ...assigned, sentence: 'The job had been given to the partner.' },
          { ...accepted, sentence: "The partner's connection to the fleet was accepted." },
          { ...active, sentence: 'User was an active technician of the partner.' },
          ...(running ? [{ ...started, sentence: 'The job was running.' }] : []),
        ]
      : [{ sentence: 'The job had not been given to a partner.' }],
  };
}

/** Every job on the vehicle; those that gave access come first. */
export const accessOf = (jobs, vin, moment) =>
  jobs
    .filter((each) => each.vin === vin && each.technician)
    .map((each) => visibilityOf(each, moment))
    .sort((one, other) => Number(Boolean(other.access)) - Number(Boolean(one.access)));

const paragraph =
  'The receiving party keeps confidential all information about vehicles, fleets, telematics units and their users that it learns in the course of its work, uses it for this work only, and passes it on to nobody who does not need it for this work and is not bound in the same way.';

export const ndaIn = (language, version) => ({
  version,
  language,
  title:
    language === 'de' ? 'Geheimhaltungsvereinbarung für Service-Partner' : 'Service Partner Non-Disclosure Agreement',
  documentHash: '6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b',
  sections: ['Purpose', 'Confidential information', 'Duties', 'Vehicle access', 'Term', 'Return and deletion'].map(
    (heading, index) => ({
      heading: `${index + 1}. ${heading}`,
      paragraphs: [paragraph, paragraph.split(',')[0] + '.'],
    }),
  ),
});

export const fresh = () => ({
  who: undefined,
  users: users(),
  connections: connections(),
  jobs: jobs(),
  partners: {
    [id('a', 1)]: {
      partnerId: id('a', 1),
      teamName: 'Alpine Fitters',
      teamEmail: 'team@alpine-fitters.example',
      missingSteps: [],
      nda: {
        version: '2026-10',
        signedAt: at(-45 * DAY),
        signedBy: id('b', 1),
        companyName: 'Alpine Fitters GmbH',
        street: 'Bergstraße 12',
        zipCity: '80331 München',
        representative: 'Alice Berger',
        outdated: false,
      },
    },
    [id('a', 2)]: {
      partnerId: id('a', 2),
      teamEmail: 'nora@nordic-works.example',
      missingSteps: ['TEAM_DETAILS', 'PERSONAL_DETAILS', 'NDA'],
    },
  },
  accounts: {
    [id('b', 1)]: {
      userId: id('b', 1),
      email: 'alice@alpine-fitters.example',
      firstName: 'Alice',
      lastName: 'Berger',
      role: 'ADMIN',
    },
    [id('b', 20)]: { userId: id('b', 20), email: 'nora@nordic-works.example', role: 'ADMIN' },
  },
  ndaVersion: '2026-10',
  secondFactors: [],
  /** Who the log-in page lets in, and what it was asked with. */
  nextSignIn: 'alice',
  signIns: [],
  /** Addresses (method and path) that answer with this problem, once for each entry. */
  failures: [],
  delay: 0,
});

export { at, id, DAY };
