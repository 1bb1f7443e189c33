/** Why something that was asked for did not happen: a sentence, and what is wrong with which field. */
export type Faults = {
  /** Of the problem; null where no answer came. */
  readonly code: string | null
  readonly detail: string
  readonly fields: Readonly<Record<string, string>>
}

type Problem = {
  readonly code: string
  readonly detail: string
  readonly errors: readonly { readonly pointer?: string; readonly detail: string }[]
}

/** Reads what a problem says of the fields at the top of a body: `/password` is the field `password`. */
export function faultsIn({ code, detail, errors }: Problem): Faults {
  const fields = errors.flatMap(({ pointer = '', detail: fault }) => {
    const [, name = ''] = pointer.split('/')
    return name === '' ? [] : [[name, fault] as const]
  })
  return { code, detail, fields: Object.fromEntries(fields) }
}

/** A fault that no field is to blame for. */
export function faultOf(detail: string): Faults {
  return { code: null, detail, fields: {} }
}
