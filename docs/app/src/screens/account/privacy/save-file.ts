/** Lets the browser save a file, as if it came from a link. */
export function saveFile(content: Blob, name: string): void {
  const href = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href, download: name }).click()
  // the download begins in a task of its own
  setTimeout(() => URL.revokeObjectURL(href), 60_000)
}
