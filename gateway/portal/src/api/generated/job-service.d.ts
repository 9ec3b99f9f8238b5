// Generated from the approved OpenAPI file of job-service by "npm run api".
export interface paths {
  '/api/partner/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the jobs of the caller's partner, newest change first.
     * @description A job that changes while somebody turns the pages moves to the first one; no job comes twice.
     */
    get: operations['listJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/jobs/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells an open page when to load again (server-sent events).
     * @description The event changed comes at once, and again whenever jobs or connections of the caller's partner have changed. It has no content: load the list or the job again.
     */
    get: operations['followJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/jobs/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Counts the jobs that the deletion of a connection would touch.
     * @description Without a fleet: of all accepted connections. A fleet without an accepted connection has none.
     */
    get: operations['summarizeJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/jobs/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows one job with its time line. */
    get: operations['getJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/jobs/{jobId}/visibility': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells who could see a job at a moment, who could reach the vehicle, and why.
     * @description Computed from the stored events alone, for every job that the partner has been given.
     */
    get: operations['getVisibility'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/smartcontrol/v1/commands': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Send what was done without reception
     * @description The commands are handled in their order, each as if it had come alone and in a transaction of its own: one that is refused does not
     *     stop the others. One that FAILED holds back what follows it for the same job, which is FAILED too; send these again later, in their order
     *     and under their keys. After a crash in the middle send the whole batch again: what has had its effect is ALREADY_APPLIED.
     */
    post: operations['sendCommands'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/smartcontrol/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List the visible jobs, newest assignment first */
    get: operations['list'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/smartcontrol/v1/jobs/stream': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Follow the visible jobs live (server-sent events)
     * @description Events: `job` (a job that is new or has changed), `fleet-hidden` (forget all jobs of data.fleetId), `fleet-shown` (all its jobs have been sent),
     *     `access-ended` (forget everything; the stream ends), `reset` (forget everything; all visible jobs follow), `ready` (they have been sent).
     *     The stream ends when the access token does; come back with a new one.
     *     Reconnecting with Last-Event-ID continues without loss or duplicates; without it, or if the last visit is too long ago, the stream begins with `reset`.
     */
    get: operations['stream'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/smartcontrol/v1/jobs/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One visible job */
    get: operations['one'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/smartcontrol/v1/jobs/{jobId}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Claim the job: of several technicians exactly one gets it */
    post: operations['acceptJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/smartcontrol/v1/jobs/{jobId}/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The work is done: the job has SUCCEEDED, and the vehicle joins the fleet */
    post: operations['completeJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/smartcontrol/v1/jobs/{jobId}/configure': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tell how the configuration of the telematics unit went; an earlier test is void */
    post: operations['configureUnit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/smartcontrol/v1/jobs/{jobId}/fail': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give up, and say why: the job has FAILED */
    post: operations['failJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/smartcontrol/v1/jobs/{jobId}/release': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give the job back, also a running one: anybody may accept it */
    post: operations['releaseJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/smartcontrol/v1/jobs/{jobId}/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Start the accepted job: it is RUNNING, and the technician may reach the vehicle */
    post: operations['startJob'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/smartcontrol/v1/jobs/{jobId}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tell how the test of the vehicle went; the last one counts */
    post: operations['testVehicle'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/smartcontrol/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in */
    get: operations['getTechnician'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/support/v1/jobs/{jobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened to a job */
    get: operations['getSupportJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/support/v1/jobs/{jobId}/visibility': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who could see a job at a moment, who could reach its vehicle, and why */
    get: operations['getSupportVisibility'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/support/v1/vehicles/{vin}/access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who could reach a vehicle at a moment, and why */
    get: operations['getSupportAccess'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/telematics/v1/vehicle-access': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether a technician may reach a vehicle at this moment
     * @description True if and only if a job of the technician on the vehicle is RUNNING, the connection under which it runs is accepted, and the technician is active. Asked anew every time; nothing is kept. Where the provider has not filled in the VIN, it is the one that the technician has typed or scanned, which may be of somebody else's vehicle: therefore only jobs of the fleet count to which the vehicle belongs.
     */
    get: operations['getVehicleAccess'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AccessDenial: {
      /** @description A running job that gives no access. */
      jobId?: string;
      /** @enum {string} */
      reason: 'NO_RUNNING_JOB' | 'CONNECTION_ENDED' | 'OTHER_FLEET' | 'TECHNICIAN_NOT_ACTIVE';
      sentence: string;
    };
    /** @description A job that gives access. */
    AccessGround: {
      fleetId: string;
      jobId: string;
      partnerId: string;
      /** Format: date-time */
      since: string;
    };
    /** @description A job as the admins of its partner see it. Absent fields have not been filled in by anybody yet. */
    AdminJob: {
      /**
       * Format: date-time
       * @description When the provider gave the job to the partner.
       */
      assignedAt: string;
      /**
       * Format: date-time
       * @description When the job last changed.
       */
      changedAt: string;
      customName?: string;
      /**
       * @description A code; only of failed jobs.
       * @example CONNECTION_DELETED
       */
      failureReason?: string;
      fleetId: string;
      fleetName?: string;
      /** @description UUID given by FleetControl. */
      jobId: string;
      /** @enum {string} */
      jobType?: 'INSTALLATION' | 'MAINTENANCE';
      licensePlate?: string;
      /**
       * Format: date
       * @description ISO 8601 date, yyyy-MM-dd.
       */
      plannedServiceDate?: string;
      /** @description The mobility provider. */
      providerName?: string;
      /** @enum {string} */
      status: 'ASSIGNED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
      /** @description Who works or has worked on it. */
      technician?: components['schemas']['Person'];
      vehicleModel?: string;
      vin?: string;
    };
    /** @description A job with its time line. Absent fields have not been filled in by anybody yet. */
    AdminJobDetails: {
      /**
       * Format: date-time
       * @description When the provider gave the job to the partner.
       */
      assignedAt: string;
      /**
       * Format: date-time
       * @description When the job last changed.
       */
      changedAt: string;
      configurationPreset?: string;
      customName?: string;
      /** @description In the technician's words; only of failed jobs. */
      failureComment?: string;
      /**
       * @description A code; only of failed jobs.
       * @example CONNECTION_DELETED
       */
      failureReason?: string;
      fleetId: string;
      fleetName?: string;
      instructions?: string;
      /** @description UUID given by FleetControl. */
      jobId: string;
      /** @enum {string} */
      jobType?: 'INSTALLATION' | 'MAINTENANCE';
      licensePlate?: string;
      /**
       * Format: date
       * @description ISO 8601 date, yyyy-MM-dd.
       */
      plannedServiceDate?: string;
      /** @description The mobility provider. */
      providerName?: string;
      /** @enum {string} */
      status: 'ASSIGNED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
      /** @description Who works or has worked on it. */
      technician?: components['schemas']['Person'];
      /** @description QNR: 16 hex digits, upper case. */
      telematicsUnitId?: string;
      /** @description Oldest first. */
      timeline: components['schemas']['TimelineEntry'][];
      vehicleModel?: string;
      vin?: string;
    };
    /** @description Some of the jobs, newest change first. */
    AdminJobPage: {
      /** @description All fleets of which there may be jobs, by name. */
      fleets: components['schemas']['JobFleet'][];
      jobs: components['schemas']['AdminJob'][];
      /** @description To be passed as cursor to get the next page; absent on the last one. */
      nextCursor?: string;
    };
    /** @description A command with the fields of its kind; doneAt should be there, since the batch is sent later. */
    BatchCommand: {
      checks?: components['schemas']['VehicleChecks'];
      /** @enum {string} */
      command: 'accept' | 'release' | 'start' | 'configure' | 'test' | 'complete' | 'fail';
      comment?: string;
      configurationPreset?: string;
      /**
       * Format: date-time
       * @description When it was done, by the clock of the phone (RFC 3339); now if absent. Neither before the job was assigned nor in the future; five minutes are forgiven.
       */
      doneAt?: string;
      /** @description 1 to 64 of A-Z a-z 0-9 _ - */
      idempotencyKey: string;
      jobId: string;
      /** @enum {string} */
      jobType?: 'INSTALLATION' | 'MAINTENANCE';
      licensePlate?: string;
      message?: string;
      /** @enum {string} */
      outcome?: 'SUCCEEDED' | 'FAILED';
      /**
       * Format: int64
       * @description Version of the job that the phone had seen. It need not count its own commands; one that the job has not had is refused.
       */
      seenVersion: number;
      telematicsUnitId?: string;
      vehicleModel?: string;
      vin?: string;
    };
    /** @description What was done without reception. */
    CommandBatch: {
      /** @description 1 to 200, in the order in which they were done. */
      commands: components['schemas']['BatchCommand'][];
    };
    CommandResult: {
      /** @description As it was sent. */
      idempotencyKey?: string;
      /** @description The job after the command; absent if it is hidden. */
      job?: components['schemas']['VisibleJob'];
      /** @description As it was sent. */
      jobId?: string;
      /**
       * @description APPLIED: it has its effect. ALREADY_APPLIED: it has had it before. REFUSED: it has none; problem says why. With the status 409 or 412 a repetition under the same key gets the same refusal, else it is looked at anew. FAILED: something went wrong on our side, or with a command before it for the same job; send it again in its order under the same key.
       * @enum {string}
       */
      outcome: 'APPLIED' | 'ALREADY_APPLIED' | 'REFUSED' | 'FAILED';
      /** @description Of refused and failed commands. Its job is not there: it is the job of the result. */
      problem?: components['schemas']['WorkProblem'];
    };
    CommandResults: {
      /** @description Those of the named jobs that the technician does not see (any more): to be forgotten. */
      hiddenJobs: string[];
      /** @description In the order of the commands. */
      results: components['schemas']['CommandResult'][];
    };
    /** @description A stored event and what it means; only a sentence if nothing had happened. */
    DecidingEvent: {
      /** Format: date-time */
      at?: string;
      eventId?: string;
      sentence: string;
      type?: string;
    };
    InvalidField: {
      /** @description Name of the field or parameter. */
      field: string;
      /** @description What it must be. */
      message: string;
    };
    JobFailure: {
      /** @description Why; 1 to 2000 characters */
      comment: string;
      /**
       * Format: date-time
       * @description When it was done, by the clock of the phone (RFC 3339); now if absent. Neither before the job was assigned nor in the future; five minutes are forgiven.
       */
      doneAt?: string;
    };
    /** @description A fleet to filter by. */
    JobFleet: {
      fleetId: string;
      /** @description The fleet id, if nobody has told a name. */
      fleetName: string;
    };
    /** @description How far the work has come. Times are those of the phone on which it was done. A job that was given back keeps its last configuration, unless it goes on in another vehicle. */
    JobProgress: {
      /**
       * Format: date-time
       * @description Only while a technician holds the job.
       */
      acceptedAt?: string;
      /** @description In the words of the technician who gave up. */
      comment?: string;
      /** @description The last one. */
      configuration?: components['schemas']['UnitConfiguration'];
      /** Format: date-time */
      endedAt?: string;
      /**
       * @description A code; only of failed jobs.
       * @example CONNECTION_DELETED
       */
      failureReason?: string;
      /** Format: date-time */
      startedAt?: string;
      /** @description The last one since the configuration. */
      test?: components['schemas']['VehicleTest'];
    };
    /** @description The fields fill in what the provider has left empty. */
    JobStart: {
      /**
       * Format: date-time
       * @description When it was done, by the clock of the phone (RFC 3339); now if absent. Neither before the job was assigned nor in the future; five minutes are forgiven.
       */
      doneAt?: string;
      /** @enum {string} */
      jobType?: 'INSTALLATION' | 'MAINTENANCE';
      licensePlate?: string;
      vehicleModel?: string;
      /** @description 17 characters, ISO 3779 alphabet; needed if the provider has not filled it in */
      vin?: string;
    };
    /** @description How many jobs of accepted connections there are that have not ended. */
    JobSummary: {
      /**
       * Format: int64
       * @description Nobody works on them yet; they would be hidden.
       */
      assigned: number;
      /**
       * Format: int64
       * @description A technician works on them; they would fail.
       */
      running: number;
    };
    /** @description Who could see a job at a moment, who could reach its vehicle, and the events that decided it. */
    JobVisibility: {
      access?: components['schemas']['PastAccess'];
      /** Format: date-time */
      at: string;
      because: components['schemas']['DecidingEvent'][];
      jobId: string;
      technicians: components['schemas']['Person'][];
      /** @description Whether any technician could see it. */
      visible: boolean;
    };
    /** @description How the technician's last work on the vehicle ended. */
    LastWork: {
      /**
       * Format: date-time
       * @description When this service recorded it.
       */
      endedAt: string;
      fleetId: string;
      jobId: string;
      /**
       * @description A code: why it failed or was released. TECHNICIAN: by the technician's own hand.
       * @example CONNECTION_DELETED
       */
      reason?: string;
      /**
       * @description Of the technician's work. RELEASED: given back, or taken by a rule; the job may go on with somebody else.
       * @enum {string}
       */
      status: 'SUCCEEDED' | 'FAILED' | 'RELEASED';
    };
    /** @description Who could reach the vehicle because of the job. */
    PastAccess: {
      /** Format: date-time */
      since: string;
      technicianId: string;
      vin: string;
    };
    /** @description Who could reach a vehicle at a moment. */
    PastVehicleAccess: {
      /** Format: date-time */
      at: string;
      /** @description Every job that was given to a partner for the vehicle, or ever started on it; those that gave access to it have access and come first. A job that was running on another vehicle at the moment is left out. */
      jobs: components['schemas']['JobVisibility'][];
      vin: string;
    };
    /** @description A user. The names are absent as long as nobody has told them, and of a user who was erased. */
    Person: {
      /** @description True of a user who was erased; otherwise absent. */
      erased?: boolean;
      firstName?: string;
      lastName?: string;
      userId: string;
    };
    /** @description A refusal as of RFC 9457. */
    Problem: {
      /** @description What to do next, in a sentence for a person. */
      advice: string;
      /** @description What happened, in a sentence for a person. */
      detail: string;
      /** @description The parts of the request that are not as they must be, where the reason is one of them. */
      fields?: components['schemas']['InvalidField'][];
      /**
       * Format: uri
       * @description The path that was asked.
       */
      instance?: string;
      /**
       * Format: int32
       * @description The HTTP status.
       */
      status: number;
      /** @description The reason in a few words, always the same. */
      title: string;
      /**
       * Format: uri
       * @description urn:service-partner:problem: and the reason, by which a program tells it apart.
       * @example urn:service-partner:problem:invalid-request
       */
      type: string;
    };
    /** @description The names are absent as long as nobody has told them. */
    SmartControlUser: {
      firstName?: string;
      lastName?: string;
      partnerId: string;
      /** @description technicianId of the jobs that the caller holds. */
      userId: string;
    };
    /** @description A job and what happened to it since it was given to a partner. */
    SupportJob: {
      fleetId: string;
      jobId: string;
      partnerId?: string;
      status: string;
      timeline: components['schemas']['TimelineEntry'][];
    };
    /** @description Something that happened to the job since it was given to the partner. */
    TimelineEntry: {
      /**
       * Format: date-time
       * @description When it happened; by the clock of the phone if a technician did it.
       */
      at: string;
      /** @description A user, or FLEETCONTROL, or SYSTEM. */
      by: components['schemas']['Person'] | ('FLEETCONTROL' | 'SYSTEM');
      /** @description Of a test. */
      checks?: components['schemas']['VehicleChecks'];
      /** @description In the words of who did it. */
      comment?: string;
      /**
       * @description Of a configuration: SUCCEEDED or FAILED. Of a test: PASSED or FAILED.
       * @enum {string}
       */
      outcome?: 'SUCCEEDED' | 'PASSED' | 'FAILED';
      /**
       * @description A code: why it failed, was given back, or was refused.
       * @example CONNECTION_DELETED
       */
      reason?: string;
      /**
       * Format: date-time
       * @description When it became known here; later than at if the phone had no reception.
       */
      receivedAt: string;
      /**
       * @description More types may come.
       * @enum {string}
       */
      type:
        | 'ASSIGNED'
        | 'CHANGE_REFUSED'
        | 'ACCEPTED'
        | 'RELEASED'
        | 'STARTED'
        | 'CONFIGURED'
        | 'TESTED'
        | 'SUCCEEDED'
        | 'FAILED';
    };
    UnitConfiguration: {
      /** Format: date-time */
      at: string;
      message?: string;
      /** @enum {string} */
      outcome: 'SUCCEEDED' | 'FAILED';
    };
    UnitConfigured: {
      configurationPreset?: string;
      /**
       * Format: date-time
       * @description When it was done, by the clock of the phone (RFC 3339); now if absent. Neither before the job was assigned nor in the future; five minutes are forgiven.
       */
      doneAt?: string;
      /** @description At most 2000 characters */
      message?: string;
      /** @enum {string} */
      outcome: 'SUCCEEDED' | 'FAILED';
      /** @description QNR: 16 hex digits; needed if it is not known yet */
      telematicsUnitId?: string;
    };
    VehicleAccess: {
      allowed: boolean;
      /** @description The jobs that give access, if allowed. */
      because?: components['schemas']['AccessGround'][];
      /** @description With NO_RUNNING_JOB: how the technician's last work on the vehicle ended; absent if there was none. */
      lastWork?: components['schemas']['LastWork'];
      /** @description Why not, if not allowed. */
      reasons?: components['schemas']['AccessDenial'][];
      /**
       * Format: date-time
       * @description Since when, if allowed.
       */
      since?: string;
    };
    VehicleChecks: {
      centralLock?: string;
      gps?: string;
      ignition?: string;
      immobilizer?: string;
      online?: string;
    };
    VehicleTest: {
      /** Format: date-time */
      at: string;
      checks: components['schemas']['VehicleChecks'];
      /** @description Whether all checks passed. */
      passed: boolean;
    };
    VehicleTested: {
      /** @description Each PASSED or FAILED. The test has passed if all five have. */
      checks: components['schemas']['VehicleChecks'];
      /**
       * Format: date-time
       * @description When it was done, by the clock of the phone (RFC 3339); now if absent. Neither before the job was assigned nor in the future; five minutes are forgiven.
       */
      doneAt?: string;
    };
    /** @description A job that the partner's technicians may see. Absent fields have not been filled in by anybody yet. */
    VisibleJob: {
      /**
       * Format: date-time
       * @description When the provider gave the job to the partner, UTC
       */
      assignedAt?: string;
      /**
       * Format: date-time
       * @description When the job last changed, UTC
       */
      changedAt?: string;
      configurationPreset?: string;
      customName?: string;
      fleetId?: string;
      /** @description Name of the fleet, if the provider gave one */
      fleetName?: string;
      instructions?: string;
      /** @description UUID given by FleetControl */
      jobId?: string;
      /** @enum {string} */
      jobType?: 'INSTALLATION' | 'MAINTENANCE';
      licensePlate?: string;
      /** @description Whether technicians may change what the provider filled in */
      overrideAllowed?: boolean;
      partnerId?: string;
      /** @description ISO 8601 date, yyyy-MM-dd */
      plannedServiceDate?: string;
      /** @description Absent until a technician has accepted it */
      progress?: components['schemas']['JobProgress'];
      /**
       * @description Names of the fields that the provider has filled in: read-only for technicians, unless overrideAllowed
       * @example [
       *       "vin",
       *       "licensePlate"
       *     ]
       */
      providerFields?: string[];
      /** @description Name of the mobility provider */
      providerName?: string;
      /** @enum {string} */
      status?: 'ASSIGNED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
      /** @description The technician who has accepted it, and works or has worked on it */
      technicianId?: string;
      /** @description QNR: 16 hex digits, upper case */
      telematicsUnitId?: string;
      vehicleModel?: string;
      /**
       * Format: int64
       * @description Rises with every change of the job
       */
      version?: number;
      /** @description 17 characters, ISO 3779 alphabet */
      vin?: string;
    };
    /** @description Some of the visible jobs, newest assignment first. */
    VisibleJobPage: {
      jobs: components['schemas']['VisibleJob'][];
      /** @description To be passed as cursor to get the next page; absent on the last one. */
      nextCursor?: string;
    };
    WorkDone: {
      /**
       * Format: date-time
       * @description When it was done, by the clock of the phone (RFC 3339); now if absent. Neither before the job was assigned nor in the future; five minutes are forgiven.
       */
      doneAt?: string;
    };
    /** @description The refusal of a command. */
    WorkProblem: components['schemas']['Problem'] & {
      /** @description With job-changed: what others have done since the version that was sent. */
      changes?: components['schemas']['TimelineEntry'][];
      /** @description The job as it is now. */
      job?: components['schemas']['VisibleJob'];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listJobs: {
    parameters: {
      query?: {
        /** @description Only those in this state. */
        status?: 'ASSIGNED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
        /** @description Only those of this fleet. */
        fleetId?: string;
        /** @description Only those with this in the VIN, the license plate or the custom name, or at the beginning of the job id, in whatever letter case. */
        search?: string;
        /** @description Most jobs on one page. */
        limit?: number;
        /** @description The nextCursor of the page before. */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of jobs. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdminJobPage'];
        };
      };
      /** @description bad-request, invalid-request: a parameter is not allowed; invalid-cursor: no page gave this cursor. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-an-admin: the caller is not an admin of a partner; admin-not-active: the caller was removed or has another role since; account-not-linked: the account belongs to no partner. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  followJobs: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A stream of changed events, with a comment every 15 seconds. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-an-admin: the caller is not an admin of a partner; admin-not-active: the caller was removed or has another role since; account-not-linked: the account belongs to no partner. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  summarizeJobs: {
    parameters: {
      query?: {
        /** @description Only the jobs of this fleet. */
        fleetId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The numbers at this moment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobSummary'];
        };
      };
      /** @description invalid-request: the fleet id is not allowed. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-an-admin: the caller is not an admin of a partner; admin-not-active: the caller was removed or has another role since; account-not-linked: the account belongs to no partner. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job as it is now. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdminJobDetails'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-an-admin: the caller is not an admin of a partner; admin-not-active: the caller was removed or has another role since; account-not-linked: the account belongs to no partner. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description job-not-found: the caller's partner has no such job, or must not see it at the moment. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getVisibility: {
    parameters: {
      query?: {
        /** @description The moment, RFC 3339 in UTC; now if absent. */
        at?: string;
      };
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As it was at the moment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobVisibility'];
        };
      };
      /** @description bad-request: at is no moment. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-an-admin: the caller is not an admin of a partner; admin-not-active: the caller was removed or has another role since; account-not-linked: the account belongs to no partner. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description job-not-found: the caller's partner has no such job. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  sendCommands: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CommandBatch'];
      };
    };
    responses: {
      /** @description What came of each command. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CommandResults'];
        };
      };
      /** @description invalid-request: there are no commands, or more than 200. bad-request: the body is no JSON. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description request-too-large: the body has more than 65,536 bytes. Send the commands in several requests, in their order. */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  list: {
    parameters: {
      query?: {
        /** @description Only jobs in this state. */
        status?: 'ASSIGNED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
        /** @description Jobs per page, 1 to 200 */
        limit?: number;
        /** @description nextCursor of the page before */
        cursor?: string;
      };
      header?: {
        /** @description The ETag of an earlier answer: 304 while nothing in it has changed. */
        'If-None-Match'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of jobs. */
      200: {
        headers: {
          /** @description For the next If-None-Match. */
          ETag?: string;
          /** @description For the Last-Event-ID of the stream, which then continues from this list. */
          'Stream-Position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibleJobPage'];
        };
      };
      /** @description Nothing has changed. */
      304: {
        headers: {
          /** @description As it was sent. */
          ETag?: string;
          /** @description For the Last-Event-ID of the stream, which then continues from this list. */
          'Stream-Position'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description invalid-request: the limit or the cursor is not allowed; bad-request: the status or the limit is none. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  stream: {
    parameters: {
      query?: never;
      header?: {
        /**
         * @description The id of the last event that was received, or the Stream-Position of a list.
         * @example 42
         */
        'Last-Event-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A stream of events, with a comment every 15 seconds. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
        };
      };
      /** @description invalid-stream-position: the Last-Event-ID is none that this stream has given. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  one: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job as it is now. */
      200: {
        headers: {
          /** @description For the If-Match of a command. */
          ETag?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibleJob'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description job-not-found: there is none, or it is not visible to the technician */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  acceptJob: {
    parameters: {
      query?: never;
      header: {
        /** @description Made once for what is done, the same at every repetition: 1 to 64 of A-Z a-z 0-9 _ - */
        'Idempotency-Key': string;
        /** @description The ETag of the job that the technician has seen, or its version in quotation marks. It need not count the technician's own commands. W/ before it is ignored; * and lists are refused, and so is a version that the job has not had. */
        'If-Match': string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['WorkDone'];
      };
    };
    responses: {
      /** @description The job after the command. */
      200: {
        headers: {
          /** @description For the next If-Match. */
          ETag?: string;
          /** @description true if this is the answer to an earlier request with the same key. */
          'Idempotent-Replay'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibleJob'];
        };
      };
      /** @description idempotency-key-missing; invalid-request: the fields are named in fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description job-not-found: there is none, or it is not visible to the technician (any more). */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A rule says no, and job is the job as it is now: job-taken, job-not-accepted, job-not-running, job-not-startable, job-ended, vin-missing, job-type-missing, unit-missing, provider-value-read-only (with fields), configuration-missing, test-missing. Or changed-meanwhile: send it again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description job-changed: others have changed the job since the technician saw it; changes says what they did, job is the job as it is now. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description idempotency-key-reused: another command had this key. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description version-missing: the header If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  completeJob: {
    parameters: {
      query?: never;
      header: {
        /** @description Made once for what is done, the same at every repetition: 1 to 64 of A-Z a-z 0-9 _ - */
        'Idempotency-Key': string;
        /** @description The ETag of the job that the technician has seen, or its version in quotation marks. It need not count the technician's own commands. W/ before it is ignored; * and lists are refused, and so is a version that the job has not had. */
        'If-Match': string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['WorkDone'];
      };
    };
    responses: {
      /** @description The job after the command. */
      200: {
        headers: {
          /** @description For the next If-Match. */
          ETag?: string;
          /** @description true if this is the answer to an earlier request with the same key. */
          'Idempotent-Replay'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibleJob'];
        };
      };
      /** @description idempotency-key-missing; invalid-request: the fields are named in fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description job-not-found: there is none, or it is not visible to the technician (any more). */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A rule says no, and job is the job as it is now: job-taken, job-not-accepted, job-not-running, job-not-startable, job-ended, vin-missing, job-type-missing, unit-missing, provider-value-read-only (with fields), configuration-missing, test-missing. Or changed-meanwhile: send it again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description job-changed: others have changed the job since the technician saw it; changes says what they did, job is the job as it is now. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description idempotency-key-reused: another command had this key. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description version-missing: the header If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  configureUnit: {
    parameters: {
      query?: never;
      header: {
        /** @description Made once for what is done, the same at every repetition: 1 to 64 of A-Z a-z 0-9 _ - */
        'Idempotency-Key': string;
        /** @description The ETag of the job that the technician has seen, or its version in quotation marks. It need not count the technician's own commands. W/ before it is ignored; * and lists are refused, and so is a version that the job has not had. */
        'If-Match': string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['UnitConfigured'];
      };
    };
    responses: {
      /** @description The job after the command. */
      200: {
        headers: {
          /** @description For the next If-Match. */
          ETag?: string;
          /** @description true if this is the answer to an earlier request with the same key. */
          'Idempotent-Replay'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibleJob'];
        };
      };
      /** @description idempotency-key-missing; invalid-request: the fields are named in fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description job-not-found: there is none, or it is not visible to the technician (any more). */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A rule says no, and job is the job as it is now: job-taken, job-not-accepted, job-not-running, job-not-startable, job-ended, vin-missing, job-type-missing, unit-missing, provider-value-read-only (with fields), configuration-missing, test-missing. Or changed-meanwhile: send it again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description job-changed: others have changed the job since the technician saw it; changes says what they did, job is the job as it is now. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description idempotency-key-reused: another command had this key. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description version-missing: the header If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  failJob: {
    parameters: {
      query?: never;
      header: {
        /** @description Made once for what is done, the same at every repetition: 1 to 64 of A-Z a-z 0-9 _ - */
        'Idempotency-Key': string;
        /** @description The ETag of the job that the technician has seen, or its version in quotation marks. It need not count the technician's own commands. W/ before it is ignored; * and lists are refused, and so is a version that the job has not had. */
        'If-Match': string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['JobFailure'];
      };
    };
    responses: {
      /** @description The job after the command. */
      200: {
        headers: {
          /** @description For the next If-Match. */
          ETag?: string;
          /** @description true if this is the answer to an earlier request with the same key. */
          'Idempotent-Replay'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibleJob'];
        };
      };
      /** @description idempotency-key-missing; invalid-request: the fields are named in fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description job-not-found: there is none, or it is not visible to the technician (any more). */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A rule says no, and job is the job as it is now: job-taken, job-not-accepted, job-not-running, job-not-startable, job-ended, vin-missing, job-type-missing, unit-missing, provider-value-read-only (with fields), configuration-missing, test-missing. Or changed-meanwhile: send it again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description job-changed: others have changed the job since the technician saw it; changes says what they did, job is the job as it is now. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description idempotency-key-reused: another command had this key. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description version-missing: the header If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  releaseJob: {
    parameters: {
      query?: never;
      header: {
        /** @description Made once for what is done, the same at every repetition: 1 to 64 of A-Z a-z 0-9 _ - */
        'Idempotency-Key': string;
        /** @description The ETag of the job that the technician has seen, or its version in quotation marks. It need not count the technician's own commands. W/ before it is ignored; * and lists are refused, and so is a version that the job has not had. */
        'If-Match': string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['WorkDone'];
      };
    };
    responses: {
      /** @description The job after the command. */
      200: {
        headers: {
          /** @description For the next If-Match. */
          ETag?: string;
          /** @description true if this is the answer to an earlier request with the same key. */
          'Idempotent-Replay'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibleJob'];
        };
      };
      /** @description idempotency-key-missing; invalid-request: the fields are named in fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description job-not-found: there is none, or it is not visible to the technician (any more). */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A rule says no, and job is the job as it is now: job-taken, job-not-accepted, job-not-running, job-not-startable, job-ended, vin-missing, job-type-missing, unit-missing, provider-value-read-only (with fields), configuration-missing, test-missing. Or changed-meanwhile: send it again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description job-changed: others have changed the job since the technician saw it; changes says what they did, job is the job as it is now. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description idempotency-key-reused: another command had this key. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description version-missing: the header If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  startJob: {
    parameters: {
      query?: never;
      header: {
        /** @description Made once for what is done, the same at every repetition: 1 to 64 of A-Z a-z 0-9 _ - */
        'Idempotency-Key': string;
        /** @description The ETag of the job that the technician has seen, or its version in quotation marks. It need not count the technician's own commands. W/ before it is ignored; * and lists are refused, and so is a version that the job has not had. */
        'If-Match': string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['JobStart'];
      };
    };
    responses: {
      /** @description The job after the command. */
      200: {
        headers: {
          /** @description For the next If-Match. */
          ETag?: string;
          /** @description true if this is the answer to an earlier request with the same key. */
          'Idempotent-Replay'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibleJob'];
        };
      };
      /** @description idempotency-key-missing; invalid-request: the fields are named in fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description job-not-found: there is none, or it is not visible to the technician (any more). */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A rule says no, and job is the job as it is now: job-taken, job-not-accepted, job-not-running, job-not-startable, job-ended, vin-missing, job-type-missing, unit-missing, provider-value-read-only (with fields), configuration-missing, test-missing. Or changed-meanwhile: send it again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description job-changed: others have changed the job since the technician saw it; changes says what they did, job is the job as it is now. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description idempotency-key-reused: another command had this key. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description version-missing: the header If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  testVehicle: {
    parameters: {
      query?: never;
      header: {
        /** @description Made once for what is done, the same at every repetition: 1 to 64 of A-Z a-z 0-9 _ - */
        'Idempotency-Key': string;
        /** @description The ETag of the job that the technician has seen, or its version in quotation marks. It need not count the technician's own commands. W/ before it is ignored; * and lists are refused, and so is a version that the job has not had. */
        'If-Match': string;
      };
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['VehicleTested'];
      };
    };
    responses: {
      /** @description The job after the command. */
      200: {
        headers: {
          /** @description For the next If-Match. */
          ETag?: string;
          /** @description true if this is the answer to an earlier request with the same key. */
          'Idempotent-Replay'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VisibleJob'];
        };
      };
      /** @description idempotency-key-missing; invalid-request: the fields are named in fields. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description job-not-found: there is none, or it is not visible to the technician (any more). */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description A rule says no, and job is the job as it is now: job-taken, job-not-accepted, job-not-running, job-not-startable, job-ended, vin-missing, job-type-missing, unit-missing, provider-value-read-only (with fields), configuration-missing, test-missing. Or changed-meanwhile: send it again. */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description job-changed: others have changed the job since the technician saw it; changes says what they did, job is the job as it is now. */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['WorkProblem'];
        };
      };
      /** @description idempotency-key-reused: another command had this key. */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description version-missing: the header If-Match is missing. */
      428: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getTechnician: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The caller, an active technician. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SmartControlUser'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSupportJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job and its time line. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SupportJob'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-support: the account is not one of the support team. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description job-not-found: there is no such job. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSupportVisibility: {
    parameters: {
      query?: {
        /** @description The moment, RFC 3339 in UTC; now if absent. */
        at?: string;
      };
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As it was at the moment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobVisibility'];
        };
      };
      /** @description bad-request: at is no moment. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-support: the account is not one of the support team. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description job-not-found: there is no such job. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSupportAccess: {
    parameters: {
      query?: {
        /** @description The moment, RFC 3339 in UTC; now if absent. */
        at?: string;
      };
      header?: never;
      path: {
        vin: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description As it was at the moment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PastVehicleAccess'];
        };
      };
      /** @description bad-request: at is no moment. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-support: the account is not one of the support team. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getVehicleAccess: {
    parameters: {
      query: {
        technicianId: string;
        vin: string;
        /** @description The fleet to which the vehicle belongs, as the telematics platform knows it: only its jobs count. */
        fleetId: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The answer of this moment. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VehicleAccess'];
        };
      };
      /** @description bad-request, invalid-request: a parameter is missing or not as it must be. */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description not-the-telematics-platform: the token is another client's or a user's. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
