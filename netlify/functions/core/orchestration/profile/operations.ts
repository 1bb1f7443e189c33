import type { Operation } from '#orchestration/contract.js'
import { getMyProfile } from './get-my-profile.js'
import { patchMyProfile } from './patch-my-profile.js'

/** Who the athlete is. */
export const profileOperations: readonly Operation[] = [getMyProfile, patchMyProfile]
