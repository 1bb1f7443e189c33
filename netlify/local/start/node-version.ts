import { StartFault } from './fault.js'

/** The oldest Node that netlify-cli supports. */
const oldest = [22, 12] as const

/**
 * Refuses a Node that is too old. npm scripts run on the npm package `node`; when its install
 * script was blocked, they run on the machine's Node.
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
