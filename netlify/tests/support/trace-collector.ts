import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { json } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import * as z from 'zod'

const Value = z.looseObject({
  stringValue: z.string().optional(),
  intValue: z.coerce.number().optional(),
  arrayValue: z.object({ values: z.array(z.looseObject({ stringValue: z.string() })) }).optional(),
})
const Attributes = z
  .array(z.object({ key: z.string(), value: Value }))
  .transform((all) =>
    Object.fromEntries(
      all.map(({ key, value }) => [
        key,
        value.stringValue ?? value.intValue ?? value.arrayValue?.values.map(({ stringValue }) => stringValue),
      ]),
    ),
  )

const Span = z.looseObject({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  kind: z.number(),
  startTimeUnixNano: z.coerce.bigint(),
  endTimeUnixNano: z.coerce.bigint(),
  attributes: Attributes,
  status: z.looseObject({ code: z.number().optional() }),
})
export type ReceivedSpan = z.output<typeof Span>

const Sent = z.object({
  resourceSpans: z.array(
    z.looseObject({
      resource: z.looseObject({ attributes: Attributes }),
      scopeSpans: z.array(z.looseObject({ spans: z.array(Span) })),
    }),
  ),
})

export type TraceCollector = {
  /** The value for `OTEL_EXPORTER_OTLP_ENDPOINT`. */
  readonly url: string
  readonly spans: ReceivedSpan[]
  /** Everything that the collector received, as text. */
  readonly said: () => string
  readonly services: unknown[]
  readonly headers: IncomingHttpHeaders[]
}

const takes = (response: ServerResponse) => response.setHeader('content-type', 'application/json').end('{}')

/**
 * Starts a collector that takes OTLP/HTTP in JSON on a free port, and answers as the test says; it
 * ends with the test.
 */
export async function startCollector(answer: (response: ServerResponse) => unknown = takes): Promise<TraceCollector> {
  const bodies: unknown[] = []
  const received: Omit<TraceCollector, 'url' | 'said'> = { spans: [], services: [], headers: [] }
  const server = createServer(async (request, response) => {
    const body = await json(request)
    bodies.push(body)
    received.headers.push(request.headers)
    for (const { resource, scopeSpans } of Sent.parse(body).resourceSpans) {
      received.services.push(resource.attributes['service.name'])
      received.spans.push(...scopeSpans.flatMap(({ spans }) => spans))
    }
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return { ...received, url: `http://127.0.0.1:${port}`, said: () => JSON.stringify(bodies) }
}
