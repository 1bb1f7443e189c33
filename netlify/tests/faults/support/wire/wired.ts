import type { FaultContext } from '../context.js'
import { startUnrulyWire, type Unruliness, type UnrulyWire } from './unruly-wire.js'

/** An address that is reached by way of an unruly wire. */
export type Wired = { readonly url: string; readonly wire: UnrulyWire }

/** Puts a wire before a server of this machine. */
export async function wired(context: FaultContext, address: string, how: Unruliness): Promise<Wired> {
  const url = new URL(address)
  const wire = await startUnrulyWire(context, Number(url.port || 5432), how)
  url.hostname = '127.0.0.1'
  url.port = `${wire.port}`
  return { url: url.href, wire }
}

/** What the wires did, in a few words. */
export function doneBy(wires: readonly UnrulyWire[]): string {
  const sum = (what: keyof UnrulyWire['seen']) => wires.reduce((total, { seen }) => total + seen[what], 0)
  return `${sum('messages')} messages, ${sum('cut')} cut, ${sum('delayed')} delayed, ${sum('overtaken')} overtaken`
}
