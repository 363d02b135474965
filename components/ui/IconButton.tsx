import type { ComponentChildren, JSX } from 'preact';

interface Props extends Omit<JSX.IntrinsicElements['button'], 'label' | 'children'> {
  /** What it does, in words: spoken, and shown on hover. */
  label: string;
  children: ComponentChildren;
}

/** A button that shows only a picture. */
export function IconButton({ label, children, class: className, ...rest }: Props) {
  return (
    <button type="button" class={`icon-button ${className ?? ''}`} aria-label={label} title={label} {...rest}>
      {children}
    </button>
  );
}
