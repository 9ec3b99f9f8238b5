/** What the portal relies on in the generated types: names are checked against them, what it cannot do without is said here. */
import type { components as ConnectionSchemas } from './generated/fleet-connection-service';
import type { components as IdentitySchemas } from './generated/identity-service';
import type { components as JobSchemas } from './generated/job-service';
import type { components as PartnerSchemas } from './generated/partner-service';

/** G with these members present and of these types; naming a member that G does not have is an error. */
type With<G, O extends { [K in keyof O]: K extends keyof G ? O[K] : never }> = Omit<G, keyof O> & O;

type Identity = IdentitySchemas['schemas'];
type Partners = PartnerSchemas['schemas'];
type Connections = ConnectionSchemas['schemas'];
type Jobs = JobSchemas['schemas'];

export type Language = 'en' | 'de';
export type Role = 'ADMIN' | 'TECHNICIAN';
export type Step = 'REGISTRATION' | 'TEAM_DETAILS' | 'PERSONAL_DETAILS' | 'NDA';

export interface Me {
  name?: string;
  email?: string;
  roles: string[];
  partnerId?: string;
  userId?: string;
}

/** An authenticator app, as the gateway tells it. */
export interface SecondFactor {
  id: string;
  name?: string;
  since: string;
}

export type Invitation = With<Identity['OpenInvitation'], { expiresAt: string; expired: boolean; invitedAt: string }>;
export type User = With<
  Identity['User'],
  {
    userId: string;
    role: Role;
    state: 'INVITED' | 'ACTIVE' | 'REMOVED';
    you: boolean;
    invitation?: Invitation;
  }
>;
export type OwnAccount = With<Identity['Me'], { userId: string; email: string; role: Role }>;
export type PasswordRule = With<Identity['PasswordRule'], { rule: string }>;
export type OpenRegistration = With<
  Identity['Invitation'],
  { email: string; role: Role; kind: 'FIRST_ADMIN' | 'COLLEAGUE'; expiresAt: string; passwordRules?: PasswordRule[] }
>;
export type Registered = With<Identity['Registered'], { email: string; role: Role; next: 'PORTAL' | 'SMARTCONTROL' }>;

export type SignedNda = With<
  Partners['SignedNda'],
  {
    version: string;
    signedAt: string;
    signedBy: string;
    companyName: string;
    street: string;
    zipCity: string;
    representative: string;
    outdated: boolean;
  }
>;
export type Partner = With<
  Partners['PartnerProfile'],
  { partnerId: string; teamEmail: string; missingSteps: Step[]; nda?: SignedNda }
>;
export type NdaDocument = With<
  Partners['NdaDocument'],
  {
    version: string;
    language: Language;
    title: string;
    documentHash: string;
    sections: { heading: string; paragraphs: string[] }[];
  }
>;

export type ConnectionState = 'PENDING' | 'ACCEPTED' | 'DECLINED' | 'EXPIRED' | 'WITHDRAWN' | 'DELETED';
export type FleetConnection = With<Connections['FleetConnection'], { state: ConnectionState }>;

export type JobStatus = 'ASSIGNED' | 'RUNNING' | 'SUCCEEDED' | 'FAILED';
export type Person = With<Jobs['Person'], { userId: string }>;
export type Actor = Person | 'FLEETCONTROL' | 'SYSTEM';
export type TimelineEntry = With<Jobs['TimelineEntry'], { type: string; at: string; by?: Actor }>;
type JobMembers = {
  jobId: string;
  fleetId: string;
  status: JobStatus;
  assignedAt: string;
  changedAt: string;
  technician?: Person;
  jobType?: 'INSTALLATION' | 'MAINTENANCE';
};
export type Job = With<Jobs['AdminJob'], JobMembers>;
export type JobDetails = With<Jobs['AdminJobDetails'], JobMembers & { timeline: TimelineEntry[] }>;
export type JobPage = With<Jobs['AdminJobPage'], { jobs: Job[]; fleets: { fleetId: string; fleetName?: string }[] }>;
export type JobVisibility = With<Jobs['JobVisibility'], { technicians: Person[] }>;
export type SupportJob = With<Jobs['SupportJob'], { status: JobStatus; timeline: TimelineEntry[] }>;
export type PastVehicleAccess = With<Jobs['PastVehicleAccess'], { jobs: JobVisibility[] }>;
export type JobSummary = With<Jobs['JobSummary'], { assigned: number; running: number }>;
