import { AlarmClock, X } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { coming } from '../../utils/browser/i18n.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface Props {
  /** Epoch milliseconds. */
  remindAt: number;
  onDrop: () => void;
}

/** The reminder that is set on a draft, or has passed: seen here also where the system shows no notifications. */
export function ReminderLine({ remindAt, onDrop }: Props) {
  const texts = useTexts();
  const { detail } = useLaterTexts();
  const now = useNow(remindAt);
  const when = coming(texts, remindAt, now);
  const over = remindAt <= now;
  return (
    <p class={`reminder ${over ? 'reminder-over' : ''}`}>
      <Icon icon={AlarmClock} size={16} />
      <span>{over ? detail.remindOver(when) : detail.remindAt(when)}</span>
      <IconButton label={detail.remindDrop} onClick={onDrop}>
        <Icon icon={X} size={16} />
      </IconButton>
    </p>
  );
}

/** The time now, renewed when that one has come; within a day, which is longer than a page is looked at. */
function useNow(until: number): number {
  const [now, setNow] = useState(Date.now);
  const left = until - now;
  useEffect(() => {
    if (left <= 0 || left > 24 * 60 * 60 * 1000) return;
    const timer = setTimeout(() => setNow(Date.now()), left);
    return () => clearTimeout(timer);
  }, [left]);
  return now;
}
