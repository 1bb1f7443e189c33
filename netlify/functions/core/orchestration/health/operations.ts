import type { Endpoint } from '#http/endpoint.js'
import { getLive } from './get-live.js'
import { getReady } from './get-ready.js'

export const healthOperations: readonly Endpoint[] = [getLive, getReady]
