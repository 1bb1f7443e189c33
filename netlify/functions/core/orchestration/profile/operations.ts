import type { Endpoint } from '#http/endpoint.js'
import { getMyProfile } from './get-my-profile.js'
import { patchMyProfile } from './patch-my-profile.js'

/** Who the athlete is. */
export const profileOperations: readonly Endpoint[] = [getMyProfile, patchMyProfile]
