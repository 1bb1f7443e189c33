declare module 'mailparser' {
  import type { Readable } from 'node:stream'

  export type ParsedMail = {
    readonly subject?: string
    readonly text?: string
    readonly html: string | false
    readonly from?: { readonly text: string }
    readonly to?: { readonly value: readonly { readonly address: string; readonly name: string }[] }
    readonly headers: ReadonlyMap<string, unknown>
    readonly headerLines: readonly { readonly key: string; readonly line: string }[]
    readonly attachments: readonly unknown[]
  }

  export function simpleParser(source: Readable | Buffer | string): Promise<ParsedMail>
}
