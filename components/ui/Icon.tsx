import type { IconNode } from 'lucide';
import { h } from 'preact';

interface Props {
  /** One of lucide's icons, which are data: a list of SVG elements. */
  icon: IconNode;
  size?: number;
  class?: string;
}

/** A decorative icon; the control around it carries the name for a screen reader. */
export function Icon({ icon, size = 18, class: className = '' }: Props) {
  return (
    <svg
      class={`icon ${className}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.75"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {icon.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}
