/** The pattern of what waits, once per page: every chart's stylesheet names it (`url("#recap-hatch")`). */
export function Hatch() {
  return (
    <svg class="recap-patterns" width="0" height="0" aria-hidden="true">
      <defs>
        <pattern
          id="recap-hatch"
          patternUnits="userSpaceOnUse"
          width="5"
          height="5"
          patternTransform="rotate(45)"
        >
          <rect class="recap-hatch-ground" width="5" height="5" />
          <rect class="recap-hatch-line" width="2" height="5" />
        </pattern>
      </defs>
    </svg>
  );
}
