import type { Operation } from '#orchestration/contract.js'
import { operations } from '#orchestration/operations.js'
import { type DocumentedOperation, documentedAccountOperations } from '../accounts/documented.js'
import { getOpenApi } from './get-openapi.js'

/** What the function of the OpenAPI document serves. */
export const openApiOperations: readonly Operation[] = [getOpenApi(documentedOperations)]

/**
 * Everything that HTTP serves, the operation that describes all others included. Routes and the
 * authorization tests are made from this list.
 */
export const servedOperations: readonly Operation[] = [...operations, ...openApiOperations]

/**
 * Everything that the OpenAPI document describes: what HTTP serves, and what the account service
 * answers itself.
 */
export function documentedOperations(): readonly DocumentedOperation[] {
  return [...servedOperations, ...documentedAccountOperations]
}
