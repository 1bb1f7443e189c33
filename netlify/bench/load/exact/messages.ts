/** A message of PostgreSQL's protocol 3.0: its type, and what follows its length. */
export type Message = { readonly type: string; readonly body: Buffer }

/**
 * Cuts a stream into messages. `hasStartup` says that the first one has no type, as what a client
 * says first.
 */
export function messageReader(hasStartup: boolean): (chunk: Buffer) => Message[] {
  let rest = Buffer.alloc(0)
  let started = !hasStartup
  return (chunk) => {
    rest = Buffer.concat([rest, chunk])
    const messages: Message[] = []
    for (;;) {
      const typed = started ? 1 : 0
      if (rest.length < typed + 4) return messages
      const end = typed + rest.readInt32BE(typed)
      if (rest.length < end) return messages
      messages.push({ type: started ? String.fromCharCode(rest[0] ?? 0) : '', body: rest.subarray(typed + 4, end) })
      rest = rest.subarray(end)
      started = true
    }
  }
}

/** Reads so many texts that each end with a zero. */
export function textsIn(body: Buffer, count: number): string[] {
  const texts: string[] = []
  for (let at = 0; texts.length < count; ) {
    const end = body.indexOf(0, at)
    texts.push(body.toString('utf8', at, end))
    at = end + 1
  }
  return texts
}

/** Reads the text of a notice: its fields are a letter and a text each, `M` the one that is meant. */
export function noticeText(body: Buffer): string {
  for (let at = 0; body[at]; ) {
    const end = body.indexOf(0, at)
    if (body[at] === 'M'.charCodeAt(0)) return body.toString('utf8', at + 1, end)
    at = end + 1
  }
  return ''
}
