import * as z from 'zod'

/** Where traces go, and in whose name. */
export type TracingSettings = { readonly url: string; readonly serviceName: string }

const httpUrl = z.url({ protocol: /^https?$/ })

export const tracingEnvironment = z.object({
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: httpUrl.optional(),
  OTEL_SERVICE_NAME: z.string().default('calistheniq'),
})

/**
 * The endpoint of all signals has a path for each; the one of traces is taken as it is
 * (OpenTelemetry, "OTLP exporter").
 */
export function tracingOf(settings: z.output<typeof tracingEnvironment>): TracingSettings | null {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: own } = settings
  const url = own ?? (base && `${base.replace(/\/$/, '')}/v1/traces`)
  return url ? { url, serviceName: settings.OTEL_SERVICE_NAME } : null
}
