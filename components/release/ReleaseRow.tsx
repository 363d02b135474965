import { FileText } from 'lucide';
import { ago } from '../../utils/browser/i18n.ts';
import type { ReleaseRow as Row } from '../../utils/browser/snapshot.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useTexts } from '../hooks/texts.ts';
import { ShareButtons } from '../platform/ShareButtons.tsx';
import { Icon } from '../ui/Icon.tsx';
import { StateMark } from './StateMark.tsx';

interface Props {
  row: Row;
  /** `data:` address of its picture, if one is stored. */
  picture: string | undefined;
  /** The official's platforms, the first four as buttons. */
  platforms: PlatformId[];
  /** Epoch milliseconds, the same for all rows. */
  now: number;
  onOpen: (row: Row) => void;
  onShare: (row: Row, platform: PlatformId) => void;
}

/** One release in the list: the row opens the composer view, its buttons share at once. */
export function ReleaseRow({ row, picture, platforms, now, onOpen, onShare }: Props) {
  const texts = useTexts();
  return (
    <li class={`release ${row.unread ? 'release-unread' : ''}`} data-release={row.id}>
      <span class="release-picture">
        {picture ? <img src={picture} alt="" width="64" height="64" /> : <Icon icon={FileText} size={22} />}
      </span>
      <button type="button" class="release-title" onClick={() => onOpen(row)} title={row.title}>
        {row.unread && (
          <>
            <span class="release-dot" />
            <span class="visually-hidden">{texts.list.unreadMark}: </span>
          </>
        )}
        {row.title}
      </button>
      <StateMark state={row.blocked} />
      <div class="release-foot">
        <span class="release-when" {...(row.published ? {} : { title: texts.time.unknownHelp })}>
          {row.colour && <span class="source-dot" style={{ background: row.colour }} />}
          <span class="release-source">{row.sourceName}</span> · {ago(texts, row.published, now)}
        </span>
        {row.blocked !== 'suspicious' && (
          <ShareButtons
            title={row.title}
            platforms={platforms}
            shared={row.shared}
            onShare={(platform) => onShare(row, platform)}
          />
        )}
      </div>
    </li>
  );
}
