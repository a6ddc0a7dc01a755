import { BUSINESS_ID, MAX_PAYLOAD_LENGTH } from './vocabulary.js';

/** A JSON object whose fields are read one by one and never trusted. */
export interface Fields {
  /** The own field, or undefined where there is none or it is null: some clients write null for "not said". */
  get(name: string): unknown;
  /** The field is there, whatever it holds. */
  has(name: string): boolean;
}

/** One payload, taken apart as far as both generations agree. */
export interface Payload {
  readonly fields: Fields;
  /** The new generation's `data`; null in a payload of the old generation. */
  readonly command: Fields | null;
}

/** null for everything that is not a JSON object of reasonable size, or belongs to another business. Never throws. */
export function parsePayload(data: unknown): Payload | null {
  if (typeof data !== 'string' || data.length > MAX_PAYLOAD_LENGTH) return null;
  const fields = toFields(parseJson(data));
  if (!fields) return null;
  const businessId = fields.get('businessID');
  if (businessId !== undefined && businessId !== BUSINESS_ID) return null;
  const isNewGeneration = businessId === BUSINESS_ID && typeof fields.get('platform') === 'string';
  return { fields, command: isNewGeneration ? toFields(fields.get('data')) : null };
}

function parseJson(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    return undefined;
  }
}

function toFields(value: unknown): Fields | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const own = new Map<string, unknown>(Object.entries(value));
  return { get: (name) => own.get(name) ?? undefined, has: (name) => own.has(name) };
}
