import * as z from 'zod'
import type { LockedPackage } from './lockfile.js'

/** An advisory that the project lives with for a while. */
export const AcceptedAdvisory = z.strictObject({
  id: z.string().regex(/^GHSA(-[a-z0-9]{4}){3}$/),
  reason: z.string().min(20),
  /** The last day on which it is accepted. */
  until: z.iso.date(),
})
export type AcceptedAdvisory = z.output<typeof AcceptedAdvisory>

const Severity = z.enum(['info', 'low', 'moderate', 'high', 'critical'])

const Advisory = z.object({ title: z.string(), url: z.string(), severity: Severity })

const AuditReport = z.object({
  auditReportVersion: z.literal(2),
  vulnerabilities: z.record(
    z.string(),
    z.object({
      name: z.string(),
      // a name stands for a dependency whose own entry has the advisory
      via: z.array(z.union([z.string(), Advisory])),
      nodes: z.array(z.string()),
    }),
  ),
})

export type AuditVerdict = {
  /** What must be mended, or accepted for a while. */
  readonly faults: readonly string[]
  /** What is known and fails nothing: of tools, of low severity, or accepted. */
  readonly notes: readonly string[]
}

type Given = {
  readonly packages: readonly LockedPackage[]
  readonly accepted: readonly AcceptedAdvisory[]
  /** `YYYY-MM-DD`. */
  readonly today: string
}

/**
 * Judges what `npm audit --json` printed: an advisory of severity high or critical about a package
 * that reaches production is a fault, unless it is accepted until today or later. Returns null when
 * it is no report, which is what a registry without audits leads to.
 */
export function judgeAudit(printed: string, { packages, accepted, today }: Given): AuditVerdict | null {
  const report = parseReport(printed)
  if (report === null) return null
  const tools = new Set(packages.filter(({ dev }) => dev).map(({ path }) => path))
  const faults: string[] = []
  const notes: string[] = []
  const met = new Set<string>()
  for (const { name, via, nodes } of Object.values(report.vulnerabilities)) {
    const isTool = nodes.every((node) => tools.has(node))
    for (const { title, url, severity } of via.filter((item) => typeof item !== 'string')) {
      const id = url.slice(url.lastIndexOf('/') + 1)
      const line = `${name}: ${title} (${severity}, ${id}${isTool ? ', for development' : ''})`
      const excuse = accepted.find((one) => one.id === id)
      met.add(id)
      if (isTool || (severity !== 'high' && severity !== 'critical')) notes.push(line)
      else if (excuse === undefined) faults.push(line)
      else if (excuse.until < today) faults.push(`${line}: was accepted until ${excuse.until}`)
      else notes.push(`${line}: accepted until ${excuse.until}, ${excuse.reason}`)
    }
  }
  notes.push(...accepted.filter(({ id }) => !met.has(id)).map(({ id }) => `${id} is accepted and not there any more`))
  return { faults, notes }
}

function parseReport(printed: string): z.output<typeof AuditReport> | null {
  try {
    return AuditReport.safeParse(JSON.parse(printed)).data ?? null
  } catch {
    return null
  }
}
