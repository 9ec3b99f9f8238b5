// Generated from openapi/job-service.json by "npm run api".
export interface paths {
  '/api/partner/v1/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the jobs of the partner */
    get: operations['listPartnerJobs'];
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
    /** One job */
    get: operations['getPartnerJob'];
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
    /** How many open jobs a fleet has */
    get: operations['summarizePartnerJobs'];
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
    /** Says that something has changed (server-sent events) */
    get: operations['partnerJobChanges'];
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
    Problem: {
      advice?: string;
      detail?: string;
      fields?: {
        field: string;
        message: string;
      }[];
      instance?: string;
      /** Format: int32 */
      status?: number;
      title?: string;
      type?: string;
    };
    Person: {
      firstName?: string;
      lastName?: string;
      /** Format: uuid */
      userId: string;
    };
    AdminJob: {
      /** Format: date-time */
      assignedAt: string;
      /** Format: date-time */
      changedAt: string;
      customName?: string;
      failureReason?: string;
      fleetId: string;
      fleetName?: string;
      /** Format: uuid */
      jobId: string;
      /** @enum {string} */
      jobType?: 'INSTALLATION' | 'MAINTENANCE';
      licensePlate?: string;
      /** Format: date */
      plannedServiceDate?: string;
      providerName?: string;
      /** @enum {string} */
      status: 'ASSIGNED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
      technician?: components['schemas']['Person'];
      vehicleModel?: string;
      vin?: string;
    };
    AdminJobDetails: {
      /** Format: date-time */
      assignedAt: string;
      /** Format: date-time */
      changedAt: string;
      configurationPreset?: string;
      customName?: string;
      failureComment?: string;
      failureReason?: string;
      fleetId: string;
      fleetName?: string;
      instructions?: string;
      /** Format: uuid */
      jobId: string;
      /** @enum {string} */
      jobType?: 'INSTALLATION' | 'MAINTENANCE';
      licensePlate?: string;
      /** Format: date */
      plannedServiceDate?: string;
      providerName?: string;
      /** @enum {string} */
      status: 'ASSIGNED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
      technician?: components['schemas']['Person'];
      telematicsUnitId?: string;
      timeline: components['schemas']['TimelineEntry'][];
      vehicleModel?: string;
      vin?: string;
    };
    TimelineEntry: {
      /** Format: date-time */
      at: string;
      by?: components['schemas']['Person'] | ('FLEETCONTROL' | 'SYSTEM');
      comment?: string;
      reason?: string;
      type: string;
    };
    Fleet: {
      fleetId: string;
      fleetName?: string;
    };
    AdminJobPage: {
      fleets: components['schemas']['Fleet'][];
      jobs: components['schemas']['AdminJob'][];
      nextCursor?: string;
    };
    JobSummary: {
      /** Format: int32 */
      assigned: number;
      /** Format: int32 */
      running: number;
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
  listPartnerJobs: {
    parameters: {
      query?: {
        status?: 'ASSIGNED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
        fleetId?: string;
        search?: string;
        limit?: number;
        cursor?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Lists the jobs of the partner */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdminJobPage'];
        };
      };
      /** @description A refusal: its type names the reason, its advice says what to do next */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPartnerJob: {
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
      /** @description One job */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AdminJobDetails'];
        };
      };
      /** @description A refusal: its type names the reason, its advice says what to do next */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  summarizePartnerJobs: {
    parameters: {
      query?: {
        fleetId?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How many open jobs a fleet has */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['JobSummary'];
        };
      };
      /** @description A refusal: its type names the reason, its advice says what to do next */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  partnerJobChanges: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Says that something has changed (server-sent events) */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': Record<string, never>;
        };
      };
      /** @description A refusal: its type names the reason, its advice says what to do next */
      '4XX': {
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
