import { useEffect, useRef } from 'preact/hooks';

interface Props {
  text: string;
  /** A way back, for instance "Urungkan". */
  action?: { label: string; run: () => void };
  /** Called when its time is over. */
  onGone: () => void;
}

/** How long a toast stands, in milliseconds: long enough to read it and reach "Urungkan" by keyboard. */
const stands = 10_000;

/** A short message at the lower edge, read out when it appears. */
export function Toast({ text, action, onGone }: Props) {
  const gone = useRef(onGone);
  gone.current = onGone;
  // A page that is drawn anew meanwhile hands over another function, and must not keep it standing.
  useEffect(() => {
    const timer = setTimeout(() => gone.current(), stands);
    return () => clearTimeout(timer);
  }, [text, action]);
  return (
    <div class="toast" role="status">
      <span>{text}</span>
      {action && (
        <button type="button" class="button button-plain" onClick={action.run}>
          {action.label}
        </button>
      )}
    </div>
  );
}
