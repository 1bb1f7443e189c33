import type { Ground, Subject } from '../drive/subject.js'
import { ourSubject } from '../host/our-subject.js'
import { startHost } from '../host/start-host.js'
import { tellPlans, whyNoPlans } from './plans.js'
import { openWireTap, type WireTap } from './wire-tap.js'

/** The product behind a tap, on a database that tells its plans where it can. */
export type Tapped = { readonly subject: Subject; readonly tap: WireTap; readonly plans: boolean }

/** Lends the product behind a tap, and leaves the database as it was. */
export async function withTapped<Result>(
  functions: string,
  ground: Ground,
  work: (tapped: Tapped) => Promise<Result>,
): Promise<Result> {
  const plans = (await whyNoPlans(ground.url)) === null
  if (plans) await tellPlans(ground.url, true)
  const tap = await openWireTap(ground.url)
  const server = await startHost({ functions, url: tap.url })
  try {
    return await work({ subject: ourSubject(server, ground), tap, plans })
  } finally {
    await server.end()
    await tap.end()
    if (plans) await tellPlans(ground.url, false)
  }
}
