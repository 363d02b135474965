/** Long enough for a person to choose where the file goes, in milliseconds. */
const chosenWithin = 60_000;

/** Hands a file to the browser to save, as a click on a link to it does; no permission is needed for that. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), chosenWithin);
}

/** A name for a file, without its ending: a word of ours, and the title's as far as they fit. */
export function fileName(first: string, title: string): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  let name = first;
  for (const word of plain.split(/[^a-z\d]+/).filter(Boolean)) {
    if (name.length + word.length > 60) break;
    name += `-${word}`;
  }
  return name;
}
