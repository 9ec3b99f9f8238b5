// Generated from the approved OpenAPI file of identity-service by "npm run api".
export interface paths {
  '/api/partner/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the users of the caller's partner
     * @description Removed users stay in the list with the state REMOVED.
     */
    get: operations['listUsers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/users/{userId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Removes a user
     * @description The user sees no jobs from that moment. Removing a removed user changes nothing. The last active admin cannot be removed (409 last-admin).
     */
    delete: operations['removeUser'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/users/{userId}/role': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Gives a user another role
     * @description A technician who becomes an admin sees no jobs from that moment; an admin who becomes a technician sees the partner's jobs. Naming the role the user has changes nothing. The last active admin keeps the role (409 last-admin).
     */
    put: operations['changeRole'];
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
    /** @description The role a user is to have */
    NewRole: {
      /**
       * @description ADMIN manages settings, users and connections; TECHNICIAN works on jobs in SmartControl
       * @enum {string}
       */
      role: 'ADMIN' | 'TECHNICIAN';
    };
    /** @description A problem as of RFC 9457 */
    Problem: {
      /** @description What to do next */
      advice?: string;
      /** @description A sentence for a person */
      detail?: string;
      /** @description The address that was asked */
      instance?: string;
      /** @description The HTTP status */
      status?: unknown;
      /** @description The reason in a few words */
      title?: string;
      /** @description urn:service-partner:problem: and the reason */
      type?: string;
    };
    /** @description A user of the partner */
    UserEntry: {
      /**
       * Format: email
       * @description The log-in address
       */
      email: string;
      firstName: string;
      lastName: string;
      /**
       * @description What the user does for the partner
       * @enum {string}
       */
      role: 'ADMIN' | 'TECHNICIAN';
      /**
       * @description Whether the user belongs to the partner now
       * @enum {string}
       */
      state: 'ACTIVE' | 'REMOVED';
      /** Format: uuid */
      userId: string;
    };
    /** @description All users of the caller's partner, removed ones included, by last name */
    UserList: {
      users?: components['schemas']['UserEntry'][];
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
  listUsers: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description All users of the partner, by last name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserList'];
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
  removeUser: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of a user of the caller's partner */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The user is removed */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
  changeRole: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of a user of the caller's partner */
        userId: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewRole'];
      };
    };
    responses: {
      /** @description The user has the role */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
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
