import { expect, test } from 'vitest'
import { parseTraceParent } from './trace-parent.js'

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736'
const spanId = '00f067aa0ba902b7'

test('parseTraceParent reads a parent of W3C Trace Context', () => {
  expect(parseTraceParent(`00-${traceId}-${spanId}-01`)).toEqual({ traceId, spanId, traceFlags: 1 })
  expect(parseTraceParent(`00-${traceId}-${spanId}-02`)).toEqual({ traceId, spanId, traceFlags: 0 })
})

test('parseTraceParent accepts more fields in a later version', () => {
  expect(parseTraceParent(`01-${traceId}-${spanId}-01-more`)).toEqual({ traceId, spanId, traceFlags: 1 })
})

test.each([
  ['nothing', null],
  ['another thing', 'hello'],
  ['a forbidden version', `ff-${traceId}-${spanId}-01`],
  ['a trace of zeros', `00-${'0'.repeat(32)}-${spanId}-01`],
  ['a span of zeros', `00-${traceId}-${'0'.repeat(16)}-01`],
  ['upper case', `00-${traceId.toUpperCase()}-${spanId}-01`],
  ['more than version 00 has', `00-${traceId}-${spanId}-01-more`],
  ['two of them', `00-${traceId}-${spanId}-01, 00-${traceId}-${spanId}-01`],
])('parseTraceParent is null for %s', (_, header) => {
  expect(parseTraceParent(header)).toBeNull()
})
