// Generated from openapi/partner-service.json by "npm run api".
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
  '/api/partner/v1/partner/onboarding/team-details': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Completes the step team details */
    put: operations['giveTeamDetails'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/partner/onboarding/personal-details': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Completes the step personal details */
    put: operations['givePersonalDetails'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/partner/nda': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The current NDA */
    get: operations['getNda'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/partner/nda/signature': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Signs the NDA */
    post: operations['signNda'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/partner/nda/signed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The signed copy */
    get: operations['getSignedNda'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/partner/v1/partner/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Says that something has changed (server-sent events) */
    get: operations['partnerChanges'];
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
    /** @description A service partner as it is now */
    PartnerProfile: {
      /** @description What is left of the onboarding, in order: REGISTRATION, TEAM_DETAILS, PERSONAL_DETAILS, NDA */
      missingSteps: ('REGISTRATION' | 'TEAM_DETAILS' | 'PERSONAL_DETAILS' | 'NDA')[];
      /** Format: uuid */
      partnerId: string;
      /**
       * Format: email
       * @description The invited address until the team names another one
       */
      teamEmail: string;
      /** @description Null until the team has given itself a name */
      teamName?: string;
      nda?: components['schemas']['SignedNda'];
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
      nextStep?: string;
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
    SignedNda: {
      companyName: string;
      outdated: boolean;
      representative: string;
      /** Format: date-time */
      signedAt: string;
      /** Format: uuid */
      signedBy: string;
      street: string;
      version: string;
      zipCity: string;
    };
    PersonalDetails: {
      firstName: string;
      lastName: string;
    };
    NdaDocument: {
      documentHash: string;
      /** @enum {string} */
      language: 'en' | 'de';
      sections: components['schemas']['NdaSection'][];
      title: string;
      version: string;
    };
    NdaSection: {
      heading: string;
      paragraphs: string[];
    };
    NdaSignature: {
      agreed: boolean;
      companyName: string;
      documentHash: string;
      /** @enum {string} */
      language: 'en' | 'de';
      representative: string;
      street: string;
      version: string;
      zipCity: string;
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
  giveTeamDetails: {
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
      /** @description Completes the step team details */
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
  givePersonalDetails: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PersonalDetails'];
      };
    };
    responses: {
      /** @description Completes the step personal details */
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
  getNda: {
    parameters: {
      query?: {
        language?: 'en' | 'de';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current NDA */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NdaDocument'];
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
  signNda: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NdaSignature'];
      };
    };
    responses: {
      /** @description Signs the NDA */
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
  getSignedNda: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The signed copy */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
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
  partnerChanges: {
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
