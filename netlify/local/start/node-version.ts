import { StartFault } from './fault.js'

/** What netlify-cli asks for. */
const oldest = [22, 12] as const

/**
 * npm scripts run on the npm package `node`; where its install script was blocked, they run on the
 * machine's own.
 *
 * @throws StartFault when that is too old.
 */
export function refuseOldNode(version: string): void {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return
  throw new StartFault(
    `This runs on Node ${version}, and ${oldest.join('.')} or later is needed: run \`npm rebuild node --ignore-scripts=false\`, which brings Node 24 into the project.`,
  )
}
