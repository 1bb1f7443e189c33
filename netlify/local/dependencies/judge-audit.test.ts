import { expect, test } from 'vitest'
import { judgeAudit } from './judge-audit.js'

const packages = [
  { path: 'node_modules/hono', name: 'hono', dev: false, licence: 'MIT' },
  { path: 'node_modules/cli/node_modules/tar', name: 'tar', dev: true, licence: 'ISC' },
]
const id = 'GHSA-aaaa-bbbb-cccc'
const accepted = { id, reason: 'the header that it is about is never read here', until: '2026-12-31' }

/** What `npm audit --json` prints, as far as it is read, for one advisory. */
const printed = (path: string, severity: string) =>
  JSON.stringify({
    auditReportVersion: 2,
    vulnerabilities: {
      it: {
        name: 'it',
        severity,
        isDirect: true,
        via: [
          'another',
          { source: 1, name: 'it', title: 'Lets in', url: `https://example.com/advisories/${id}`, severity },
        ],
        nodes: [path],
        fixAvailable: true,
      },
    },
    metadata: {},
  })
const judge = (text: string, excuses = [accepted].slice(1), today = '2026-11-27') =>
  judgeAudit(text, { packages, accepted: excuses, today })

test.each(['high', 'critical'])('%s in production is a fault', (severity) => {
  expect(judge(printed('node_modules/hono', severity))).toEqual({
    faults: [`it: Lets in (${severity}, ${id})`],
    notes: [],
  })
})

test('moderate in production, and anything in tools, is told and fails nothing', () => {
  expect(judge(printed('node_modules/hono', 'moderate'))?.faults).toEqual([])
  expect(judge(printed('node_modules/cli/node_modules/tar', 'critical'))).toEqual({
    faults: [],
    notes: [`it: Lets in (critical, ${id}, for development)`],
  })
})

test('an accepted advisory fails nothing until its last day has passed', () => {
  const high = printed('node_modules/hono', 'high')
  expect(judge(high, [accepted], '2026-12-31')?.faults).toEqual([])
  expect(judge(high, [accepted], '2027-01-01')?.faults).toEqual([
    `it: Lets in (high, ${id}): was accepted until 2026-12-31`,
  ])
})

test('an accepted advisory that is gone is told', () => {
  const none = JSON.stringify({ auditReportVersion: 2, vulnerabilities: {} })
  expect(judge(none, [accepted])).toEqual({ faults: [], notes: [`${id} is accepted and not there any more`] })
})

test.each(['', '{"message":"405 Method Not Allowed","statusCode":405}', '<html>', '{"auditReportVersion":3}'])(
  'what is no report gives no verdict: %s',
  (text) => {
    expect(judge(text)).toBeNull()
  },
)
