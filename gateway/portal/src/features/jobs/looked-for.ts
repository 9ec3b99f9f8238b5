/** What the support team looks for, as it stands in the address: a job by its id or a vehicle by its VIN, at a moment. */
export interface LookedFor {
  jobId?: string;
  vin?: string;
  /** ISO 8601 */
  at: string;
}

/** ISO 3779: 17 letters and digits without I, O and Q. */
const VIN = /^[A-HJ-NPR-Z0-9]{17}$/;

export function lookedFor(parameters: URLSearchParams): LookedFor | undefined {
  const text = parameters.get('for')?.trim() ?? '';
  const at = new Date(parameters.get('at') ?? '');
  if (text === '' || Number.isNaN(at.getTime())) return undefined;
  const vin = text.toUpperCase();
  return { at: at.toISOString(), ...(VIN.test(vin) ? { vin } : { jobId: text }) };
}
