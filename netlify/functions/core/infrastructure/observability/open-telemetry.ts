/**
 * What `spans.ts` needs of OpenTelemetry. A bundler keeps all of a package that `import()` asks for, and of
 * what is named here, only that.
 */
export { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
export { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
export { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
export { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace'
