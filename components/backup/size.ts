const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A file's size as a person reads it: "1,4 MB". */
export function sizeOf(locale: string, bytes: number): string {
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const format = { style: 'unit', unit: units[step] ?? 'byte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, format).format(bytes / 1000 ** step);
}
