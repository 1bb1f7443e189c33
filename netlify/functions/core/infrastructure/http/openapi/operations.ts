import type { Operation } from '#orchestration/contract.js'
import { operations } from '#orchestration/operations.js'
import { type DocumentedOperation, documentedAccountOperations } from '../accounts/documented.js'
import { getIndex } from './get-index.js'
import { getOpenApi } from './get-openapi.js'

/** The operations of the function that says what there is. */
export const openApiOperations: readonly Operation[] = [getIndex(operations), getOpenApi(documentedOperations)]

/**
 * Every operation that HTTP serves, including the one that describes the others. Routes and the
 * authorization tests are made from this list.
 */
export const servedOperations: readonly Operation[] = [...operations, ...openApiOperations]

/**
 * Lists what the OpenAPI document describes: the operations and the routes of the account service.
 */
export function documentedOperations(): readonly DocumentedOperation[] {
  return [...servedOperations, ...documentedAccountOperations]
}
