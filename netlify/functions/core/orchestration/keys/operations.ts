import type { Operation } from '#orchestration/contract.js'
import { createKey } from './create-key.js'
import { getKey } from './get-key.js'
import { listKeys } from './list-keys.js'
import { revokeKey } from './revoke-key.js'
import { rotateKey } from './rotate-key.js'

/** The athlete's API keys, for scripts, devices and third parties. */
export const keyOperations: readonly Operation[] = [listKeys, createKey, getKey, rotateKey, revokeKey]
