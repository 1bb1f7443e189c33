/** The caller's span, which is the parent of ours. */
export type TraceParent = { readonly traceId: string; readonly spanId: string; readonly traceFlags: number }

/**
 * `traceparent` of W3C Trace Context: version 00 as it is, later ones by their first four fields.
 */
const form = /^(?!ff)([0-9a-f]{2})-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(-.*)?$/

/** Reads the header; null when it is missing or malformed, and then the trace begins here. */
export function parseTraceParent(header: string | null): TraceParent | null {
  const [, version, traceId, spanId, flags, more] = form.exec(header?.trim() ?? '') ?? []
  if (!traceId || !spanId || !flags || (version === '00' && more)) return null
  // only the sampled flag is passed on
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1 }
}
