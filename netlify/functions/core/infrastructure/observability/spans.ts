import type { Context, SpanKind } from '@opentelemetry/api'
import type { TracingSettings } from '#infrastructure/config/tracing-settings.js'
import { databaseSpan, requestSpan, type SpanFacts, type TracedRequest } from './span-facts.js'

type Telemetry = typeof import('./open-telemetry.js')

export type Spans = {
  /** Makes the spans of an answered request and returns the id of its trace. */
  readonly record: (request: TracedRequest) => string
  /** Sends the recorded spans; rejects when the collector does not accept them. */
  readonly flush: () => Promise<void>
}

/** Loads OpenTelemetry and opens the exporter. */
export async function openSpans(settings: TracingSettings): Promise<Spans> {
  // a static import would load it with every cold start
  const telemetry = await import('./open-telemetry.js')
  const { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } = telemetry
  const provider = openProvider(telemetry, settings)
  const tracer = provider.getTracer('calistheniq')
  const begin = ({ name, attributes, isError }: SpanFacts, kind: SpanKind, startTime: number, parent: Context) => {
    const span = tracer.startSpan(name, { kind, startTime, attributes: { ...attributes } }, parent)
    return isError ? span.setStatus({ code: SpanStatusCode.ERROR }) : span
  }
  const parentOf = ({ parent }: TracedRequest) =>
    parent ? trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true }) : ROOT_CONTEXT
  const record = (request: TracedRequest): string => {
    const epoch = Date.now() - performance.now()
    const server = begin(requestSpan(request), SpanKind.SERVER, epoch + request.startedAt, parentOf(request))
    const inside = trace.setSpan(ROOT_CONTEXT, server)
    for (const unit of request.units) {
      const startTime = epoch + unit.startedAt
      begin(databaseSpan(unit), SpanKind.CLIENT, startTime, inside).end(startTime + unit.milliseconds)
    }
    server.end(epoch + performance.now())
    return server.spanContext().traceId
  }
  return { record, flush: () => provider.forceFlush() }
}

function openProvider(telemetry: Telemetry, { url, serviceName }: TracingSettings) {
  const { defaultResource, detectResources, envDetector, resourceFromAttributes } = telemetry
  const exporter = new telemetry.OTLPTraceExporter({ url })
  return new telemetry.TracerProvider({
    resource: defaultResource()
      .merge(detectResources({ detectors: [envDetector] }))
      .merge(resourceFromAttributes({ 'service.name': serviceName })),
    spanProcessors: [new telemetry.BatchSpanProcessor({ exporter, exportTimeoutMillis: 10_000 })],
  })
}
