import { Refusal, type RefusalCode } from '#domain/refusal.js'
import { RequestRefusal, type RequestRefusalCode } from '#orchestration/request-refusal.js'
import type { AnyRefusal } from '../../problems.js'

/** What codes of the account service mean as refusals of ours. */
export type Meanings = Readonly<Record<string, () => AnyRefusal>>

/** A refusal of the request as a whole. */
export const ofRequest = (code: RequestRefusalCode, detail: string) => () => new RequestRefusal(code, detail)

/** A refusal that names the field that is at fault. */
export const ofField =
  (code: RefusalCode, detail: string, fault: { readonly pointer: string; readonly code: string }) => () =>
    new Refusal(code, detail, [{ ...fault, detail }])
