import { CircleCheck, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from './Icon.tsx';

interface Props {
  kind: 'warn' | 'note';
  children: ComponentChildren;
  /** `status` is read out when it appears; leave it away where the text stood from the start. */
  live?: boolean;
}

/** A line that tells something; states are words, never colour alone. */
export function Notice({ kind, children, live = false }: Props) {
  return (
    <div class={`notice notice-${kind}`} {...(live ? { role: 'status' } : {})}>
      <Icon icon={kind === 'warn' ? TriangleAlert : CircleCheck} />
      <div>{children}</div>
    </div>
  );
}
