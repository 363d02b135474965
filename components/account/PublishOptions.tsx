import { useState } from 'preact/hooks';
import type { DraftPicture } from '../../utils/draft/draft.ts';
import type { WantedPicture } from '../../utils/draft/outgoing.ts';
import type { Choices } from '../../utils/platform/network.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { TextField } from '../ui/TextField.tsx';

interface Props {
  platform: PlatformId;
  /** Whether the release has one. */
  hasPicture: boolean;
  /** The draft's own picture; null where it has none. */
  own: DraftPicture | null;
  picture: WantedPicture | null;
  choices: Choices;
  onPicture: (picture: WantedPicture | null) => void;
  onChoices: (choices: Choices) => void;
}

const visibilities = ['public', 'unlisted', 'private'] as const;

/** The draft's picture or the release's photo, and what Mastodon lets its people choose. */
export function PublishOptions(props: Props) {
  const { platform, hasPicture, own, picture, choices, onPicture, onChoices } = props;
  const { options } = useSendingTexts().publish;
  const isMastodon = platform === 'mastodon';
  // Words that are missing are asked for in plain sight.
  const [open] = useState(picture?.as === 'picture' && picture.alt.trim() === '');
  if (!isMastodon && !hasPicture && !own) return null;
  const alone = picture?.as === 'picture' ? picture : null;
  const wanted: WantedPicture = own
    ? { as: 'picture', url: own.url, alt: own.alt }
    : { as: 'picture', alt: '' };
  return (
    <details class="publish-options" open={open}>
      <summary>{options.title}</summary>
      {hasPicture && !isMastodon && (
        <label class="check">
          <input
            type="checkbox"
            checked={picture?.as === 'card'}
            onChange={(event) => onPicture(event.currentTarget.checked ? { as: 'card' } : null)}
          />
          {options.card}
        </label>
      )}
      {(hasPicture || own) && (
        <label class="check">
          <input
            type="checkbox"
            checked={alone !== null}
            onChange={(event) => onPicture(event.currentTarget.checked ? wanted : null)}
          />
          {own ? options.own : options.picture}
        </label>
      )}
      {alone && (
        <TextField
          id="publish-alt"
          label={options.alt}
          help={options.altHelp}
          value={alone.alt}
          onInput={(alt) => onPicture({ ...alone, alt })}
        />
      )}
      {isMastodon && (
        <>
          <div class="field">
            <label for="publish-visibility">{options.visibility}</label>
            <select
              id="publish-visibility"
              class="input"
              value={choices.visibility}
              onChange={({ currentTarget }) => {
                const visibility = visibilities.find((each) => each === currentTarget.value) ?? 'public';
                onChoices({ ...choices, visibility });
              }}
            >
              {visibilities.map((each) => (
                <option key={each} value={each}>
                  {options.visibilities[each]}
                </option>
              ))}
            </select>
          </div>
          <TextField
            id="publish-spoiler"
            label={options.spoiler}
            value={choices.spoiler}
            onInput={(spoiler) => onChoices({ ...choices, spoiler })}
          />
          {alone && (
            <label class="check">
              <input
                type="checkbox"
                checked={choices.sensitive}
                onChange={(event) => onChoices({ ...choices, sensitive: event.currentTarget.checked })}
              />
              {options.sensitive}
            </label>
          )}
        </>
      )}
    </details>
  );
}
