// Generated from the approved OpenAPI file of identity-service by "npm run api".
export interface paths {
  '/api/partner/v1/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Shows the caller's own account */
    get: operations['getMe'];
    /**
     * Changes first and last name of the caller
     * @description The log-in address and the role stay as they are.
     */
    put: operations['renameMe'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the users of the caller's partner
     * @description Removed users stay in the list with the state REMOVED; of one who was erased nothing tells any more who it was.
     */
    get: operations['listUsers'];
    put?: never;
    /**
     * Invites somebody
     * @description The person gets an e-mail with a link that is valid for some days and once. An address can be invited if nobody is invited or active under it, at any partner (409 address-taken).
     */
    post: operations['inviteUser'];
    delete?: never;
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
    /**
     * Says when the list of users is to be loaded again
     * @description Server-sent events named changed, without content: one at once, and one after each change.
     */
    get: operations['streamUserChanges'];
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
     * @description The user sees no jobs from that moment and cannot log in any more; the invitation of an invited user ends. Removing a removed user changes nothing. The last active admin cannot be removed (409 last-admin).
     */
    delete: operations['removeUser'];
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
    /**
     * Sends the invitation again
     * @description The person gets a new link; the earlier one ends. Only of an invited user (409 not-invited).
     */
    post: operations['resendInvitation'];
    /**
     * Takes an invitation back
     * @description The link ends and the user is removed; the address can be invited again. Only of an invited user (409 not-invited).
     */
    delete: operations['revokeInvitation'];
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
     * @description A technician who becomes an admin sees no jobs from that moment; an admin who becomes a technician sees the partner's jobs. Either has to log in again. An invited user will register with the new role. Naming the role the user has changes nothing. The last active admin keeps the role (409 last-admin).
     */
    put: operations['changeRole'];
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
    /**
     * Tells what a link is for
     * @description 404 link-invalid, 410 link-expired, 410 link-used, 410 link-revoked or 410 link-replaced (a newer link was sent) if nobody can register with it. Those with 410 name, as far as known, whom to ask: providerName, invitedBy, contactEmail.
     */
    post: operations['checkLink'];
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
    /**
     * Registers with a link and a password
     * @description The account is active and the person can log in. Refused like a check; also with 422 password-refused (the field is named, in the language of Accept-Language), 409 log-in-taken, and 503 registration-unavailable, after which nothing has been stored and the same can be sent again.
     */
    post: operations['completeRegistration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/public/v1/registration/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Has another link sent to the invited
     * @description With any link that was sent for the invitation, also one that has expired (until renewableUntil of link-expired) or was replaced. The e-mail goes to the address of the invitation and nowhere else, at most every 15 minutes while a link is valid; earlier links end with it. The answer is the same whether anything was sent or not; 404 link-invalid only for what has not the form of a link.
     */
    post: operations['renewLink'];
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
    /** @description What the link is for */
    Invitation: {
      /**
       * Format: email
       * @description The address to log in with
       */
      email: string;
      /**
       * Format: date-time
       * @description Until when the link can be used
       */
      expiresAt: string;
      firstName?: string;
      /** @description The fleet it has asked for; only for FIRST_ADMIN */
      fleetName?: string;
      /** @description The admin who invites; only for COLLEAGUE */
      invitedBy?: string;
      /**
       * @description FIRST_ADMIN of a partner that a mobility provider has asked for, or COLLEAGUE of its admins
       * @enum {string}
       */
      kind: 'FIRST_ADMIN' | 'COLLEAGUE';
      lastName?: string;
      /** @description What the password has to be like; missing if that is not known at the moment */
      passwordRules?: components['schemas']['PasswordRule'][];
      /** @description The mobility provider that has asked; only for FIRST_ADMIN */
      providerName?: string;
      /** @enum {string} */
      role: 'ADMIN' | 'TECHNICIAN';
    };
    /** @description The link of an invitation */
    Link: {
      /** @description What stands after # in the link */
      token: string;
    };
    /** @description The caller's own account */
    Me: {
      /**
       * Format: email
       * @description The log-in address
       */
      email: string;
      /** @description Missing as long as it has not been given */
      firstName?: string;
      /** @description Missing as long as it has not been given */
      lastName?: string;
      /** @enum {string} */
      role: 'ADMIN' | 'TECHNICIAN';
      /** Format: uuid */
      userId: string;
    };
    /** @description What is needed to register */
    NewAccount: {
      /**
       * @description What the person is to be written to in
       * @enum {string}
       */
      language: 'en' | 'de';
      /**
       * Format: password
       * @description The password to log in with from now on
       */
      password: string;
      /** @description What stands after # in the link */
      token: string;
    };
    /** @description The role a user is to have */
    NewRole: {
      /**
       * @description ADMIN manages settings, users and connections; TECHNICIAN works on jobs in SmartControl
       * @enum {string}
       */
      role: 'ADMIN' | 'TECHNICIAN';
    };
    /** @description Somebody who is to be invited */
    NewUser: {
      /**
       * Format: email
       * @description Where the invitation is sent, and the address to log in with; letter case does not matter
       */
      email: string;
      firstName: string;
      /**
       * @description The language of the invitation
       * @enum {string}
       */
      language: 'en' | 'de';
      lastName: string;
      /**
       * @description ADMIN manages settings, users and connections; TECHNICIAN works on jobs in SmartControl
       * @enum {string}
       */
      role: 'ADMIN' | 'TECHNICIAN';
    };
    /** @description The latest invitation of a user who has not registered yet */
    OpenInvitation: {
      /** @description Whether that is now: send the invitation again */
      expired: boolean;
      /**
       * Format: date-time
       * @description From then on the link is of no use
       */
      expiresAt: string;
      /** Format: date-time */
      invitedAt: string;
    };
    /** @description One rule for passwords */
    PasswordRule: {
      /** @enum {string} */
      rule:
        | 'length'
        | 'maxLength'
        | 'digits'
        | 'lowerCase'
        | 'upperCase'
        | 'specialChars'
        | 'notUsername'
        | 'notContainsUsername'
        | 'notEmail';
      /**
       * Format: int32
       * @description How many; missing if the rule does not count
       */
      value?: number;
    };
    /** @description First and last name */
    PersonName: {
      firstName: string;
      lastName: string;
    };
    /** @description A problem as of RFC 9457 */
    Problem: {
      /** @description What to do next */
      advice?: string;
      /**
       * Format: email
       * @description Of a link: the address of either, if known
       */
      contactEmail?: string;
      /** @description A sentence for a person */
      detail?: string;
      /**
       * Format: date-time
       * @description Of link-expired: when the link ended
       */
      expiredAt?: string;
      /** @description What is wrong with which fields, if it is about fields */
      fields?: {
        field?: string;
        message?: string;
      }[];
      /** @description The address that was asked */
      instance?: string;
      /** @description Of a link: the admin who invited */
      invitedBy?: string;
      /** @description Of a link: the mobility provider that asked for the partner */
      providerName?: string;
      /**
       * Format: date-time
       * @description Of link-expired: until when another link can be sent
       */
      renewableUntil?: string;
      /** @description The HTTP status */
      status?: unknown;
      /** @description The reason in a few words */
      title?: string;
      /** @description urn:service-partner:problem: and the reason */
      type?: string;
    };
    /** @description The account is active */
    Registered: {
      /**
       * Format: email
       * @description The address to log in with
       */
      email: string;
      /**
       * @description Where to log in: the admins here, technicians in their app
       * @enum {string}
       */
      next: 'PORTAL' | 'SMARTCONTROL';
      /** @enum {string} */
      role: 'ADMIN' | 'TECHNICIAN';
    };
    SseEmitter: {
      /** Format: int64 */
      timeout?: number;
    };
    /** @description A user of the partner */
    User: {
      /**
       * Format: email
       * @description The log-in address; missing of a user who was erased
       */
      email?: string;
      /** @description Missing as long as a first admin has not given it, and of a user who was erased */
      firstName?: string;
      /** @description Only of an invited user */
      invitation?: components['schemas']['OpenInvitation'];
      /** @description Missing as long as a first admin has not given it, and of a user who was erased */
      lastName?: string;
      /**
       * @description What the user does for the partner
       * @enum {string}
       */
      role: 'ADMIN' | 'TECHNICIAN';
      /**
       * @description INVITED until the person has registered, ACTIVE until removed
       * @enum {string}
       */
      state: 'INVITED' | 'ACTIVE' | 'REMOVED';
      /** Format: uuid */
      userId: string;
      /** @description Whether this is the caller */
      you: boolean;
    };
    /** @description All users of the caller's partner, removed ones included, by last name */
    UserList: {
      users: components['schemas']['User'][];
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
  getMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
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
  renameMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PersonName'];
      };
    };
    responses: {
      /** @description The account under its new name */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
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
      /** @description The invited user */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
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
  streamUserChanges: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The stream; it stays open */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': components['schemas']['SseEmitter'];
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
  resendInvitation: {
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
      /** @description The user with the new invitation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
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
        /** @description Id of a user of the caller's partner */
        userId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The invitation has ended */
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
  checkLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Link'];
      };
    };
    responses: {
      /** @description The invitation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Invitation'];
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
      /** @description The account is active */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Registered'];
        };
      };
      /** @description Not possible now; nothing was stored */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
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
  renewLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Link'];
      };
    };
    responses: {
      /** @description If there is somebody to send it to, a link is on its way */
      202: {
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
