import { useId, useRef, useState } from 'preact/hooks';
import { clock } from '../../utils/browser/i18n.ts';
import { fieldTime, quickTimes, timeInField } from '../../utils/draft/remind.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  /** Epoch milliseconds; 0 where none is set. */
  remindAt: number;
  /** Epoch milliseconds. */
  now: number;
  onSet: (at: number) => void;
}

/** When to be reminded: a time in one tap, or any other; one that has passed is refused. */
export function ReminderPanel({ remindAt, now, onSet }: Props) {
  const texts = useTexts();
  const { detail } = useLaterTexts();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState('');
  return (
    <section class="panel" aria-label={detail.remind}>
      <div class="panel-choices">
        {quickTimes(now).map(({ name, at }) => (
          <button key={name} type="button" class="chip" onClick={() => onSet(at)}>
            {detail.quick[name](clock(texts, at))}
          </button>
        ))}
      </div>
      <form
        class="panel-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const at = timeInField(field.current?.value ?? '');
          // By the clock of this moment: the panel may have stood open for long.
          if (at === null) setWrong(detail.noTime);
          else if (at <= Date.now()) setWrong(detail.pastTime);
          else onSet(at);
        }}
      >
        <label for={id}>{detail.ownTime}</label>
        <input
          id={id}
          class="input"
          type="datetime-local"
          ref={field}
          min={fieldTime(now)}
          defaultValue={fieldTime(remindAt > now ? remindAt : now + 60 * 60 * 1000)}
          aria-invalid={wrong !== ''}
          aria-describedby={wrong === '' ? undefined : `${id}-wrong`}
          onInput={() => setWrong('')}
        />
        <button type="submit" class="button button-main">
          {detail.setTime}
        </button>
      </form>
      {wrong !== '' && (
        <p class="field-error" id={`${id}-wrong`} role="alert">
          {wrong}
        </p>
      )}
    </section>
  );
}
