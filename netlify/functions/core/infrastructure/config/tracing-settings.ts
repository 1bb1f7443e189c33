import * as z from 'zod'

/** Where traces go, and under which name. */
export type TracingSettings = { readonly url: string; readonly serviceName: string }

const httpUrl = z.url({ protocol: /^https?$/ })

export const tracingEnvironment = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpUrl.optional(),
  OTEL_SERVICE_NAME: z.string().default('calistheniq'),
})

/**
 * Reads the tracing settings. The general endpoint gets the path for traces appended; the endpoint
 * for traces is used as it is (OpenTelemetry, "OTLP exporter").
 */
export function tracingOf(settings: z.output<typeof tracingEnvironment>): TracingSettings | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own } = settings
  const url = own ?? (base && `${base.replace(/\/$/, '')}/v1/traces`)
  return url ? { url, serviceName: settings.OTEL_SERVICE_NAME } : null
}
