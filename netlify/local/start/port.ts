import { StartFault } from './fault.js'

/**
 * Returns the port to serve on: PORT, or 8888.
 *
 * @throws StartFault when PORT is not a port.
 */
export function portOf(setting: string | undefined): number {
  if (!setting) return 8888
  const port = Number(setting)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new StartFault(`PORT is "${setting}": give a number from 1 to 65535, such as \`PORT=8889 npm start\`.`)
}
