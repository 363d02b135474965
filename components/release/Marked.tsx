/** A stretch of a text, in UTF-16 units. */
interface Range {
  start: number;
  end: number;
}

/** A text with the words that answer a search marked. */
export function Marked({ text, ranges }: { text: string; ranges: readonly Range[] }) {
  const parts = [];
  let at = 0;
  for (const { start, end } of ranges) {
    parts.push(text.slice(at, start), <mark key={start}>{text.slice(start, end)}</mark>);
    at = end;
  }
  return (
    <>
      {parts}
      {text.slice(at)}
    </>
  );
}
