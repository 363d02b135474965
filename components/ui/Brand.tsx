/** Jubir's own mark: a speech bubble around a J. The same drawing as `public/icon/jubir.svg`. */
function BrandMark({ size = 24 }: { size?: number }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2.2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d="M12 3a9 9 0 1 1-4.1 17L3.4 21.2l1.1-4.3A9 9 0 0 1 12 3Z" />
      <path d="M13.4 8v5.4a2.3 2.3 0 0 1-4.4 1" />
    </svg>
  );
}

/** The mark with the name beside it. */
export function Brand({ name }: { name: string }) {
  return (
    <span class="brand">
      <BrandMark />
      {name}
    </span>
  );
}
