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
     * @description The partner is the one named in the access token; there is no way to ask for another one. missingSteps lists what is left of the onboarding, in order; it is empty once fleet connections can be accepted. It names NDA again when a newer version is to be signed.
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
  '/api/partner/v1/partner/changes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells when the caller's own partner has changed
     * @description Server-sent events named 'changed' without content: one at once, one after every change. Ask for the partner again after each.
     */
    get: operations['followPartner'];
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
  '/api/partner/v1/partner/nda': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Shows the NDA that is offered for signature
     * @description A signature repeats version, language and documentHash of the text that was shown.
     */
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
    /**
     * Signs the NDA electronically and completes the step NDA
     * @description Makes the signed copy. Before its turn: 409 step-out-of-order with nextStep. If another text is offered by now: 409 nda-changed; load it again. Once the current version is signed, repeating it changes nothing.
     */
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
    /**
     * Downloads the signed copy of the NDA
     * @description The newest one, a PDF with an electronic signature (PAdES). Without one: 404 nda-not-signed.
     */
    get: operations['downloadSignedNda'];
    put?: never;
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
    /**
     * Completes the step PERSONAL_DETAILS
     * @description Before its turn: 409 step-out-of-order with nextStep. Once it is completed, repeating it changes nothing; names are then changed under /api/partner/v1/me.
     */
    put: operations['givePersonalDetails'];
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
    /**
     * Completes the step TEAM_DETAILS
     * @description Before its turn: 409 step-out-of-order with nextStep. Once it is completed, repeating it changes nothing; name and address are then changed under /details.
     */
    put: operations['giveTeamDetails'];
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
    /** @description The non-disclosure agreement that is offered for signature */
    NdaDocument: {
      /** @description SHA-256 of the text, 64 hexadecimal digits; a signature repeats it */
      documentHash: string;
      /** @example en */
      language: string;
      sections: components['schemas']['NdaSection'][];
      title: string;
      /**
       * @description The day since which it is offered
       * @example 2026-11-01
       */
      version: string;
    };
    NdaSection: {
      heading: string;
      paragraphs: string[];
    };
    /** @description The electronic signature; version, language and documentHash are those of the text that was shown */
    NdaSignature: {
      /** @description Must be true */
      agreed: boolean;
      /** @example Alpine Fitters GmbH */
      companyName: string;
      /** @description As the shown text has it */
      documentHash: string;
      /** @example en */
      language: string;
      /** @example Alice Alpine */
      representative: string;
      /** @example Bergstraße 7 */
      street: string;
      /** @example 2026-11-01 */
      version: string;
      /** @example 6020 Innsbruck */
      zipCity: string;
    };
    /** @description A service partner as it is now */
    PartnerProfile: {
      /** @description What is left of the onboarding, in order: REGISTRATION, TEAM_DETAILS, PERSONAL_DETAILS, NDA */
      missingSteps: string[];
      /** @description Absent until an NDA is signed */
      nda?: components['schemas']['SignedNda'];
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
    /** @description The caller's name */
    PersonalDetails: {
      /** @example Alice */
      firstName: string;
      /** @example Alpine */
      lastName: string;
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
    /** @description The NDA that the partner signed last */
    SignedNda: {
      companyName: string;
      /** @description Whether a newer version is to be signed */
      outdated: boolean;
      representative: string;
      /** Format: date-time */
      signedAt: string;
      /**
       * Format: uuid
       * @description The user who signed
       */
      signedBy: string;
      /** @description The signer's name when it was signed; absent of a signer who was erased */
      signedByName?: string;
      street: string;
      /** @example 2026-11-01 */
      version: string;
      zipCity: string;
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
  followPartner: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A stream that stays open */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'text/event-stream': string;
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
  getNda: {
    parameters: {
      query?: {
        language?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The current text */
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
      /** @description The partner after the step */
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
  downloadSignedNda: {
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
      /** @description The partner after the step */
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
      /** @description The partner after the step */
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
