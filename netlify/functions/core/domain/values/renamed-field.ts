import type * as z from 'zod'

/**
 * Makes a check of an input whose field `former` is called `name` now: callers of before may go on to send
 * the former one, and both at once are refused. `isRequired` where one of them has to be there.
 */
export function checkRenamed<const Name extends string, const Former extends string>(
  { name, former }: { readonly name: Name; readonly former: Former },
  isRequired = false,
) {
  type Given = { readonly [field in Name | Former]?: unknown }
  return (given: Given, context: z.core.$RefinementCtx<Given>): void => {
    const fault = (path: string, message: string, code: string) =>
      context.addIssue({ code: 'custom', path: [path], message, params: { code }, input: given })
    if (given[name] !== undefined && given[former] !== undefined) {
      fault(former, `is another name of ${name}: give one of them`, 'NOT_ALLOWED')
    }
    if (isRequired && given[name] === undefined && given[former] === undefined) fault(name, 'is missing', 'REQUIRED')
  }
}
