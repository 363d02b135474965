import { ArrowRight } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Copied } from '../../utils/draft/copy.ts';
import { draftPlace } from '../../utils/draft/place.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { PlatformMark } from '../platform/PlatformMark.tsx';
import { Icon } from '../ui/Icon.tsx';

interface Props {
  copied: Copied[];
  /** Takes them back, but for those that it names. */
  onUndo: () => Promise<PlatformId[]>;
  onClose: () => void;
}

/** The copies that were made, each to be opened, and all to be taken back. */
export function DuplicateResult({ copied, onUndo, onClose }: Props) {
  const texts = useTexts();
  const { detail } = useLaterTexts();
  const [stay, setStay] = useState<PlatformId[] | null>(null);
  const [failed, setFailed] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone: without this the keyboard would start outside of the page.
  useEffect(() => heading.current?.focus(), [stay]);
  const undo = () => {
    setFailed(false);
    onUndo().then(setStay, () => setFailed(true));
  };
  const names = (stay ?? []).map((platform) => catalogue[platform].name).join(', ');
  return (
    <section class="panel" aria-label={detail.duplicate}>
      <h2 ref={heading} tabIndex={-1}>
        {stay === null && detail.duplicated(copied.length)}
        {stay !== null && (names === '' ? detail.duplicateUndone : detail.duplicateKept(names))}
      </h2>
      <ul class="panel-choices">
        {copied
          .filter(({ platform }) => stay === null || stay.includes(platform))
          .map(({ platform, draftId }) => (
            <li key={draftId}>
              <a class="button" href={draftPlace(draftId)}>
                <PlatformMark platform={platform} size={16} />
                {detail.openCopy(catalogue[platform].name)}
                <Icon icon={ArrowRight} size={16} />
              </a>
            </li>
          ))}
      </ul>
      {failed && (
        <p class="field-error" role="alert">
          {texts.desk.failed}
        </p>
      )}
      <div class="panel-choices">
        {stay === null && (
          <button type="button" class="button" onClick={undo}>
            {texts.app.undo}
          </button>
        )}
        <button type="button" class="button" onClick={onClose}>
          {detail.close}
        </button>
      </div>
    </section>
  );
}
