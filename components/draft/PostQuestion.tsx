import { X } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Question } from '../../utils/browser/snapshot.ts';
import { isPostLink } from '../../utils/draft/draft.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';

interface Props {
  question: Question;
  onAnswer: (state: 'posted' | 'not-posted', link: string | null) => void;
  /** The official looked away from it; it stays answerable in the desk. */
  onLater: () => void;
}

/** "Sudah terbit di X?" with yes, not yet, and a place for the link. Only the official can say so. */
export function PostQuestion({ question, onAnswer, onLater }: Props) {
  const texts = useTexts();
  const [yes, setYes] = useState(false);
  const { name } = catalogue[question.platform];
  const ask = texts.question.ask(short(question.releaseTitle), name);
  if (yes) return <LinkForm title={ask} onLink={(link) => onAnswer('posted', link)} />;
  return (
    <section class="question" aria-label={ask}>
      <div class="question-line">
        <p>{ask}</p>
        <button type="button" class="button button-plain" onClick={() => onAnswer('not-posted', null)}>
          {texts.question.notYet}
        </button>
        <button type="button" class="button button-main" onClick={() => setYes(true)}>
          {texts.question.yes}
        </button>
        <IconButton label={texts.question.later} onClick={onLater}>
          <Icon icon={X} size={16} />
        </IconButton>
      </div>
    </section>
  );
}

function LinkForm({ title, onLink }: { title: string; onLink: (link: string | null) => void }) {
  const texts = useTexts();
  const [link, setLink] = useState('');
  const [bad, setBad] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <section class="question" aria-label={title}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          // What stands in the field: its last letter may be younger than the last drawing.
          const given = (input.current?.value ?? '').trim();
          if (given !== '' && !isPostLink(given)) setBad(true);
          else onLink(given === '' ? null : given);
        }}
      >
        <div class="field">
          <label for="post-link">{texts.question.link}</label>
          <input
            id="post-link"
            class="input"
            type="url"
            inputMode="url"
            autocomplete="off"
            placeholder={texts.question.linkPlaceholder}
            ref={input}
            value={link}
            aria-invalid={bad}
            aria-describedby={bad ? 'post-link-error' : undefined}
            onInput={(event) => {
              setLink(event.currentTarget.value);
              setBad(false);
            }}
          />
          {bad && (
            <p class="field-error" id="post-link-error" role="alert">
              {texts.question.badLink}
            </p>
          )}
        </div>
        <div class="question-actions">
          <button type="submit" class="button button-main">
            {texts.app.save}
          </button>
        </div>
      </form>
    </section>
  );
}

/** A title short enough for one question, cut between words (as `firstWords`, which the first screen does not load). */
function short(title: string): string {
  if (title.length <= 48) return title;
  return `${title.slice(0, 48).replace(/[\s,;:–—-]*\s\S*$/u, '')}…`;
}
