// Generated from openapi/identity-service.json by "npm run api".
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
    /** Invites a user */
    post: operations['inviteUser'];
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
  '/api/partner/v1/users/{userId}/invitation': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sends the invitation again; the old link is dead */
    post: operations['resendInvitation'];
    /** Revokes the invitation */
    delete: operations['revokeInvitation'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/users/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Says that something has changed (server-sent events) */
    get: operations['userChanges'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows the caller */
    get: operations['getOwnAccount'];
    /** Changes the caller's name */
    put: operations['changeOwnName'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/registration/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Says whom a registration link is for */
    post: operations['checkRegistrationLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/registration/complete': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sets the password and activates the user */
    post: operations['completeRegistration'];
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
      fields?: {
        field: string;
        message: string;
      }[];
    };
    /** @description A user of the partner */
    UserEntry: {
      /** Format: email */
      email: string;
      firstName?: string;
      invitation?: components['schemas']['OpenInvitation'];
      lastName?: string;
      /** @enum {string} */
      role: 'ADMIN' | 'TECHNICIAN';
      /** @enum {string} */
      state: 'INVITED' | 'ACTIVE' | 'REMOVED';
      /** Format: uuid */
      userId: string;
      you: boolean;
    };
    /** @description All users of the caller's partner, removed ones included, by last name */
    UserList: {
      users: components['schemas']['UserEntry'][];
    };
    OpenInvitation: {
      expired: boolean;
      /** Format: date-time */
      expiresAt: string;
      /** Format: date-time */
      invitedAt: string;
    };
    NewUser: {
      /** Format: email */
      email: string;
      firstName: string;
      /** @enum {string} */
      language: 'en' | 'de';
      lastName: string;
      /** @enum {string} */
      role: 'ADMIN' | 'TECHNICIAN';
    };
    OwnAccount: {
      /** Format: email */
      email: string;
      firstName?: string;
      lastName?: string;
      /** @enum {string} */
      role: 'ADMIN' | 'TECHNICIAN';
      /** Format: uuid */
      userId: string;
    };
    OwnName: {
      firstName: string;
      lastName: string;
    };
    RegistrationLink: {
      token: string;
    };
    PasswordRule: {
      rule: string;
      /** Format: int32 */
      value?: number;
    };
    OpenRegistration: {
      /** Format: email */
      email: string;
      /** Format: date-time */
      expiresAt: string;
      firstName?: string;
      fleetName?: string;
      invitedBy?: string;
      /** @enum {string} */
      kind: 'FIRST_ADMIN' | 'COLLEAGUE';
      lastName?: string;
      passwordRules?: components['schemas']['PasswordRule'][];
      providerName?: string;
      /** @enum {string} */
      role: 'ADMIN' | 'TECHNICIAN';
      teamName?: string;
    };
    NewAccount: {
      /** @enum {string} */
      language: 'en' | 'de';
      password: string;
      token: string;
    };
    Registered: {
      /** Format: email */
      email: string;
      /** @enum {string} */
      next: 'PORTAL' | 'SMARTCONTROL';
      /** @enum {string} */
      role: 'ADMIN' | 'TECHNICIAN';
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
  inviteUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewUser'];
      };
    };
    responses: {
      /** @description Invites a user */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserEntry'];
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
  resendInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Sends the invitation again; the old link is dead */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['UserEntry'];
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
  revokeInvitation: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Revokes the invitation */
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
  userChanges: {
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
  getOwnAccount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Shows the caller */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnAccount'];
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
  changeOwnName: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OwnName'];
      };
    };
    responses: {
      /** @description Changes the caller's name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OwnAccount'];
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
  checkRegistrationLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RegistrationLink'];
      };
    };
    responses: {
      /** @description Says whom a registration link is for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OpenRegistration'];
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
  completeRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAccount'];
      };
    };
    responses: {
      /** @description Sets the password and activates the user */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Registered'];
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
