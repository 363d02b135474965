import type { WantedPicture } from '../../utils/draft/outgoing.ts';
import type { Choices } from '../../utils/platform/network.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { TextField } from '../ui/TextField.tsx';

interface Props {
  platform: PlatformId;
  hasPicture: boolean;
  picture: WantedPicture | null;
  choices: Choices;
  onPicture: (picture: WantedPicture | null) => void;
  onChoices: (choices: Choices) => void;
}

const visibilities = ['public', 'unlisted', 'private'] as const;

/** The release's photo, and what Mastodon lets its people choose. */
export function PublishOptions({ platform, hasPicture, picture, choices, onPicture, onChoices }: Props) {
  const { options } = useSendingTexts().publish;
  const isMastodon = platform === 'mastodon';
  if (!isMastodon && !hasPicture) return null;
  const alone = picture?.as === 'picture' ? picture : null;
  return (
    <details class="publish-options">
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
      {hasPicture && (
        <label class="check">
          <input
            type="checkbox"
            checked={alone !== null}
            onChange={(event) => onPicture(event.currentTarget.checked ? { as: 'picture', alt: '' } : null)}
          />
          {options.picture}
        </label>
      )}
      {alone && (
        <TextField
          id="publish-alt"
          label={options.alt}
          help={options.altHelp}
          value={alone.alt}
          onInput={(alt) => onPicture({ as: 'picture', alt })}
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
