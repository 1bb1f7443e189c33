import type { Endpoint } from '#http/endpoint.js'
import { type DocumentedEndpoint, documentedAccountEndpoints } from './accounts/documented.js'
import { athleteOperations } from './athlete-operations.js'
import { healthOperations } from './health/operations.js'
import { exerciseOperations, libraryOperations } from './library/operations.js'
import { getOpenApi } from './openapi/get-openapi.js'
import { sessionOperations } from './sessions/operations.js'
import { progressionOperations } from './workouts/operations.js'

/**
 * Everything that the OpenAPI document describes: every operation, and what the account service
 * answers itself.
 */
export const documentedEndpoints = (): readonly DocumentedEndpoint[] => [...operations, ...documentedAccountEndpoints]

export const openApiOperations: readonly Endpoint[] = [getOpenApi(documentedEndpoints)]

/**
 * Every operation of the product. Routes, OpenAPI, tools and the authorization tests are made from
 * this list.
 */
export const operations: readonly Endpoint[] = [
  ...libraryOperations,
  ...exerciseOperations,
  ...athleteOperations,
  ...progressionOperations,
  ...sessionOperations,
  ...healthOperations,
  ...openApiOperations,
]
