// Generated from the approved OpenAPI file of partner-service by "npm run api".
export interface paths {
  '/api/partner/v1/partner': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows the caller's own partner
     * @description The partner is the one named in the access token; there is no way to ask for another one. missingSteps lists what is left of the onboarding, in order; it is empty once fleet connections can be accepted.
     */
    get: operations['getPartner'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/partner/details': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /**
     * Changes the team's name and e-mail address
     * @description Both are replaced. Sending what is there already changes nothing.
     */
    put: operations['changeTeamDetails'];
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
    /** @description A service partner as it is now */
    PartnerProfile: {
      /** @description What is left of the onboarding, in order: REGISTRATION, TEAM_DETAILS, PERSONAL_DETAILS, NDA */
      missingSteps: string[];
      /** Format: uuid */
      partnerId: string;
      /**
       * Format: email
       * @description The invited address until the team names another one
       */
      teamEmail: string;
      /** @description Null until the team has given itself a name */
      teamName?: string;
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
    /** @description The team's name and e-mail address */
    TeamDetails: {
      /**
       * Format: email
       * @description Where the team is reached
       * @example team@alpine-fitters.example
       */
      teamEmail: string;
      /**
       * @description How the team is shown to mobility providers
       * @example Alpine Fitters
       */
      teamName: string;
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
  getPartner: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The partner as it is now */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PartnerProfile'];
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
  changeTeamDetails: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TeamDetails'];
      };
    };
    responses: {
      /** @description The partner after the change */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PartnerProfile'];
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
