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
  '/api/smartcontrol/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List the visible jobs, newest assignment first
     * @description The answer carries an ETag; send it as If-None-Match and get 304 while nothing has changed. The header Stream-Position can be sent as Last-Event-ID to the stream, which then continues from this list.
     */
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
  '/api/smartcontrol/v1/jobs/{jobId}/start': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Start the job: it is RUNNING from now on */
    post: operations['start'];
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
    Caller: {
      roles?: string[];
      tenantId?: string;
      userId?: string;
    };
    /** @description A fleet to filter by. */
    JobFleet: {
      fleetId: string;
      /** @description The fleet id, if nobody has told a name. */
      fleetName: string;
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
    /** @description A user. The names are absent as long as nobody has told them. */
    Person: {
      firstName?: string;
      lastName?: string;
      userId: string;
    };
    ProblemDetail: {
      detail?: string;
      /** Format: uri */
      instance?: string;
      properties?: {
        [key: string]: unknown;
      };
      /** Format: int32 */
      status?: number;
      title?: string;
      /** Format: uri */
      type?: string;
    };
    /** @description Something that happened to the job since it was given to the partner. */
    TimelineEntry: {
      /** Format: date-time */
      at: string;
      /** @description A user, or FLEETCONTROL, or SYSTEM. */
      by: components['schemas']['Person'] | ('FLEETCONTROL' | 'SYSTEM');
      /** @description In the words of who did it. */
      comment?: string;
      /**
       * @description A code: why it failed, or why it was refused.
       * @example CONNECTION_DELETED
       */
      reason?: string;
      /**
       * @description More types may come.
       * @enum {string}
       */
      type: 'ASSIGNED' | 'CHANGE_REFUSED' | 'STARTED' | 'FAILED';
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
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description not-an-admin: the caller is not an admin of a partner; account-not-linked: the account belongs to no partner. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
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
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description not-an-admin: the caller is not an admin of a partner; account-not-linked: the account belongs to no partner. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
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
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description unauthenticated: there is no valid access token. */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description not-an-admin: the caller is not an admin of a partner; account-not-linked: the account belongs to no partner. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
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
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description not-an-admin: the caller is not an admin of a partner; account-not-linked: the account belongs to no partner. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description job-not-found: the caller's partner has no such job, or must not see it at the moment. */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
    };
  };
  list: {
    parameters: {
      query: {
        technician: components['schemas']['Caller'];
        /** @description Only jobs in this state: ASSIGNED, RUNNING, SUCCEEDED or FAILED */
        status?: 'PENDING' | 'ASSIGNED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'DELETED';
        /** @description Jobs per page, 1 to 200 */
        limit?: number;
        /** @description nextCursor of the page before */
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
    };
  };
  stream: {
    parameters: {
      query: {
        technician: components['schemas']['Caller'];
      };
      header?: {
        'Last-Event-ID'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
    };
  };
  one: {
    parameters: {
      query: {
        technician: components['schemas']['Caller'];
      };
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description job-not-found: there is none, or it is not visible to the technician */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
    };
  };
  start: {
    parameters: {
      query: {
        technician: components['schemas']['Caller'];
      };
      header?: never;
      path: {
        jobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description No valid access token */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description not-a-technician: the account has another role. technician-not-active: the invitation is not accepted, or the access has ended. */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
      /** @description job-not-startable: the job is not ASSIGNED any more */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['ProblemDetail'];
        };
      };
    };
  };
}
