import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { exitCodes } from '#infrastructure/command-line/exit-codes.js'
import { mark } from '#infrastructure/command-line/paint.js'
import { optionsOf, runCommand } from '#infrastructure/command-line/run-command.js'
import { AcceptedAdvisory, judgeAudit } from './dependencies/judge-audit.js'
import { judgeLicences } from './dependencies/judge-licences.js'
import { readLockfile } from './dependencies/lockfile.js'
import { runAudit } from './dependencies/run-audit.js'

const usage = 'npm run check:dependencies -- --licences | --advisories'
const root = join(import.meta.dirname, '../..')
const acceptedFile = join(import.meta.dirname, 'dependencies/accepted-advisories.json')

function checkLicences(): number {
  const packages = readLockfile(root)
  const faults = judgeLicences(packages)
  for (const fault of faults) console.error(mark.wrong(fault))
  const verdict = `${packages.length} packages, ${faults.length} with a licence that is not on the list`
  console.log(faults.length === 0 ? mark.done(`${packages.length} packages have licences of the list`) : verdict)
  return faults.length === 0 ? exitCodes.ok : exitCodes.found
}

async function checkAdvisories(): Promise<number> {
  const accepted = z.array(AcceptedAdvisory).parse(JSON.parse(readFileSync(acceptedFile, 'utf8')))
  const today = new Date().toISOString().slice(0, 10)
  const verdict = judgeAudit(await runAudit(root), { packages: readLockfile(root), accepted, today })
  if (verdict === null) {
    console.log(mark.skipped('the package registry answers no audit'))
    return exitCodes.unreachable
  }
  for (const note of verdict.notes) console.log(mark.skipped(note))
  for (const fault of verdict.faults) console.error(mark.wrong(fault))
  return verdict.faults.length === 0 ? exitCodes.ok : exitCodes.found
}

await runCommand(import.meta.url, async () => {
  const { values } = optionsOf({ licences: { type: 'boolean' }, advisories: { type: 'boolean' } }, usage)
  const licences = values.licences ? checkLicences() : exitCodes.ok
  const advisories = values.advisories ? await checkAdvisories() : exitCodes.ok
  return licences === exitCodes.ok ? advisories : licences
})
