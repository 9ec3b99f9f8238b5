// Generated from the approved OpenAPI file of fleet-connection-service by "npm run api".
export interface paths {
  '/api/partner/v1/fleet-connections': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lists the connections of the caller's partner, newest first. */
    get: operations['listFleetConnections'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/fleet-connections/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells an open page when to load again (server-sent events).
     * @description The event changed comes at once, and again whenever a connection of the caller's partner is new or different. It has no content: load the list or the connection again.
     */
    get: operations['followFleetConnections'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/fleet-connections/{connectionId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows one connection. */
    get: operations['getFleetConnection'];
    put?: never;
    post?: never;
    /**
     * Ends an accepted connection.
     * @description The jobs of the fleet disappear from the technicians' feeds at once, and running ones fail. Deleting again changes nothing.
     */
    delete: operations['deleteFleetConnection'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/fleet-connections/{connectionId}/accept': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Accepts a pending request.
     * @description The jobs of the fleet become visible to the technicians at once. Accepting again changes nothing.
     */
    post: operations['acceptFleetConnection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/fleet-connections/{connectionId}/decline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Declines a pending request.
     * @description This is final: the provider must send a new request. Declining again changes nothing.
     */
    post: operations['declineFleetConnection'];
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
    /** @description The request of a mobility provider to look after one fleet, and what became of it. */
    FleetConnection: {
      /**
       * Format: uuid
       * @description Id given by FleetControl.
       */
      connectionId: string;
      /**
       * Format: date-time
       * @description When it was accepted or declined.
       */
      decidedAt?: string;
      /** @description Id of the user who accepted or declined. */
      decidedBy?: string;
      /**
       * Format: date-time
       * @description When it was deleted or withdrawn, or ran out.
       */
      endedAt?: string;
      /** @description Id of the user who deleted it. */
      endedBy?: string;
      /**
       * Format: date-time
       * @description Until when the request could or can be accepted.
       */
      expiresAt: string;
      /** @example fleet-7 */
      fleetId: string;
      /** @example City Cars North */
      fleetName: string;
      /** @description Whether technicians may change what the provider filled in for a job. */
      overrideAllowed: boolean;
      /**
       * Format: email
       * @description Whom to ask about the request.
       */
      providerContactEmail?: string;
      /**
       * @description Who asked.
       * @example City Cars
       */
      providerName: string;
      /** Format: date-time */
      requestedAt: string;
      /**
       * @description Only PENDING ones can be accepted or declined, only ACCEPTED ones deleted. The other states are final.
       * @enum {string}
       */
      state: 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'WITHDRAWN' | 'DELETED';
    };
    /** @description Some of the connections, newest first. */
    FleetConnectionPage: {
      items: components['schemas']['FleetConnection'][];
      /** @description To be passed as cursor to get the next page; absent on the last one. */
      nextCursor?: string;
    };
    /** @description Why something was refused. */
    Problem: {
      /** @description What to do next. */
      advice?: string;
      /** @description A sentence about this case. */
      detail?: string;
      /**
       * Format: date-time
       * @description Of an expired request.
       */
      expiresAt?: string;
      instance?: string;
      /** @description What is missing of the onboarding, in order. */
      missingSteps?: string[];
      /** @description Whom to ask for a new request. */
      providerName?: string;
      /** @description Current state, where it is the reason. */
      state?: string;
      /** Format: int32 */
      status?: number;
      title?: string;
      /**
       * @description urn:service-partner:problem: and the name of the problem.
       * @example urn:service-partner:problem:connection-not-pending
       */
      type?: string;
    };
  };
  responses: {
    /** @description connection-not-pending: it was decided or taken back before; request-expired: it was not answered in time; onboarding-incomplete: missingSteps says what is to be done first. */
    'cannot-accept': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description connection-not-pending: it was decided or taken back before; request-expired: it was not answered in time. */
    'cannot-decline': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description connection-not-accepted: only an accepted connection can be deleted. */
    'connection-not-accepted': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description connection-not-found: the caller's partner has no such connection. */
    'connection-not-found': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description bad-request: the state or the limit is not allowed; invalid-cursor: no page gave this cursor. */
    'invalid-request': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description not-an-admin: the caller is not an admin of a partner; admin-not-active: the caller was removed or has another role since; account-not-linked: the account belongs to no partner. */
    'not-an-admin': {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
    /** @description unauthenticated: there is no valid access token. */
    unauthenticated: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/problem+json': components['schemas']['Problem'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listFleetConnections: {
    parameters: {
      query?: {
        /** @description Only those in this state. */
        state?: 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'WITHDRAWN' | 'DELETED';
        /** @description Most connections on one page. */
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
      /** @description The current state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FleetConnectionPage'];
        };
      };
      400: components['responses']['invalid-request'];
      401: components['responses']['unauthenticated'];
      403: components['responses']['not-an-admin'];
    };
  };
  followFleetConnections: {
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
      401: components['responses']['unauthenticated'];
      403: components['responses']['not-an-admin'];
    };
  };
  getFleetConnection: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        connectionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FleetConnection'];
        };
      };
      401: components['responses']['unauthenticated'];
      403: components['responses']['not-an-admin'];
      404: components['responses']['connection-not-found'];
    };
  };
  deleteFleetConnection: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        connectionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FleetConnection'];
        };
      };
      401: components['responses']['unauthenticated'];
      403: components['responses']['not-an-admin'];
      404: components['responses']['connection-not-found'];
      409: components['responses']['connection-not-accepted'];
    };
  };
  acceptFleetConnection: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        connectionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FleetConnection'];
        };
      };
      401: components['responses']['unauthenticated'];
      403: components['responses']['not-an-admin'];
      404: components['responses']['connection-not-found'];
      409: components['responses']['cannot-accept'];
    };
  };
  declineFleetConnection: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        connectionId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FleetConnection'];
        };
      };
      401: components['responses']['unauthenticated'];
      403: components['responses']['not-an-admin'];
      404: components['responses']['connection-not-found'];
      409: components['responses']['cannot-decline'];
    };
  };
}
