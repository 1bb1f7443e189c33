import { expect, test } from 'vitest'
import { parseConfig } from './config.js'

const needed = { DATABASE_URL: 'postgres://localhost/calistheniq', AUTH_SECRET: 'x'.repeat(32) }
const tracingOf = (env: Record<string, string>) => parseConfig({ ...needed, ...env }).tracing

test('tracing is off without an endpoint', () => {
  expect(tracingOf({ OTEL_SERVICE_NAME: 'api' })).toBeNull()
})

test.each(['http://localhost:4318', 'http://localhost:4318/'])(
  'tracing appends the path of traces to the general endpoint %s',
  (url) => {
    const expected = { url: 'http://localhost:4318/v1/traces', serviceName: 'calistheniq' }
    expect(tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: url })).toEqual(expected)
  },
)

test('tracing prefers the endpoint for traces, and takes it as it is', () => {
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318',
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://t.example/in',
  }
  expect(tracingOf({ ...env, OTEL_SERVICE_NAME: 'api' })).toEqual({ url: 'https://t.example/in', serviceName: 'api' })
})

test('tracing refuses an endpoint that is not a web address', () => {
  expect(() => tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' })).toThrow('OTEL_EXPORTER_OTLP_ENDPOINT')
})
