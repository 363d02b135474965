import './humas.css';
import { coming } from '../../utils/browser/i18n.ts';
import { isEmbargoed, type Preference } from '../../utils/caption/preferred.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';
import type { useComposer } from './use-composer.ts';

interface Props {
  composer: ReturnType<typeof useComposer>;
  /** The release's language. */
  lang: string;
}

/** What the Humas office says of the text in view; nothing of the official's is ever changed by it. */
export function HumasNotice({ composer, lang }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().humas;
  const { caption, draft, text, suggestion, picture, setPicture, answerHumas } = composer;
  const preference = caption?.preferred;
  const now = Date.now();
  const state = stateOf(preference, draft?.preferred, draft !== undefined && text !== suggestion);
  const wish = preference?.picture;
  return (
    <>
      {preference?.notBefore !== undefined && isEmbargoed(preference, now) && (
        <Notice kind="warn">{words.wait(coming(texts, preference.notBefore, now))}</Notice>
      )}
      {state === 'gone' && (
        <Notice kind="warn" live>
          <strong>{words.gone}</strong>
          <p>{words.goneHelp}</p>
          <button type="button" class="button" onClick={() => answerHumas('', false)}>
            {words.understood}
          </button>
        </Notice>
      )}
      {(state === 'corrected' || state === 'offered') && preference && (
        <Notice kind={state === 'corrected' ? 'warn' : 'note'} live>
          <strong>{words[state]}</strong>
          <p>{words.help}</p>
          <blockquote class="humas-text" lang={lang}>
            {suggestion}
          </blockquote>
          <div class="humas-buttons">
            <button
              type="button"
              class="button button-main"
              onClick={() => answerHumas(preference.mark, true)}
            >
              {words.take}
            </button>
            <button type="button" class="button" onClick={() => answerHumas(preference.mark, false)}>
              {words.keep}
            </button>
          </div>
        </Notice>
      )}
      {preference && state === null && (
        <p class="humas-line">
          {[
            words.mark,
            preference.reviewedBy && words.reviewed(preference.reviewedBy),
            preference.expires !== undefined && words.until(coming(texts, preference.expires, now)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {wish && picture?.url !== wish.url && (
        <p class="humas-buttons">
          <button type="button" class="button" onClick={() => setPicture(wish)}>
            {words.picture}
          </button>
        </p>
      )}
    </>
  );
}

/**
 * What a draft has to be told of the Humas office's text at its angle.
 * @param mark the text that it was made from, or that was seen since; '' and undefined for none
 * @param differs whether another text than the office's stands in the box
 */
function stateOf(
  preference: Preference | undefined,
  mark: string | undefined,
  differs: boolean,
): 'gone' | 'corrected' | 'offered' | null {
  if (!preference) return mark ? 'gone' : null;
  if (mark) return preference.marks.includes(mark) || !differs ? null : 'corrected';
  return differs ? 'offered' : null;
}
