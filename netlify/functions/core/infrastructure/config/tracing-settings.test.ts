import { expect, test } from 'vitest'
import { parseConfig } from './config.js'

const needed = { DATABASE_URL: 'postgres://localhost/calistheniq', AUTH_SECRET: 'x'.repeat(32) }
const tracingOf = (env: Record<string, string>) => parseConfig({ ...needed, ...env }).tracing

test('without an endpoint there are no traces', () => {
  expect(tracingOf({ OTEL_SERVICE_NAME: 'api' })).toBeNull()
})

test.each(['http://localhost:4318', 'http://localhost:4318/'])(
  'the endpoint of all signals, %s, has a path for traces',
  (url) => {
    const expected = { url: 'http://localhost:4318/v1/traces', serviceName: 'calistheniq' }
    expect(tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: url })).toEqual(expected)
  },
)

test('the endpoint of traces is taken as it is, before the other', () => {
  const env = {
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318',
    OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'https://t.example/in',
  }
  expect(tracingOf({ ...env, OTEL_SERVICE_NAME: 'api' })).toEqual({ url: 'https://t.example/in', serviceName: 'api' })
})

test('an endpoint that is no address of the web is a fault of the settings', () => {
  expect(() => tracingOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector' })).toThrow('OTEL_EXPORTER_OTLP_ENDPOINT')
})
