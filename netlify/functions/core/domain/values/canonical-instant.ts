/**
 * Writes an instant in the one form in which instants are compared as text, to the millisecond:
 * databases and clients write other forms.
 */
export function canonicalInstant(text: string): string {
  return new Date(text).toISOString()
}
