import { FileUp, LayoutList, PanelRight, Search, Settings } from 'lucide';
import { useTexts } from '../../components/hooks/texts.ts';
import { Brand } from '../../components/ui/Brand.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';

interface Props {
  sourceName: string;
  /** Whether the archive's search is in view. */
  searching: boolean;
  onSearch: () => void;
  /** Shares the page in view; null where no click lets Jubir read it. */
  onPage: (() => void) | null;
  /** Hands over to the side panel; null where we are in it. */
  onPanel: (() => void) | null;
}

/** Jubir's name, the city, and the ways to its other pages. */
export function Header({ sourceName, searching, onSearch, onPage, onPanel }: Props) {
  const texts = useTexts();
  const open = (page: 'desk' | 'options') => {
    send('open-page', { page }).catch((error) => logFailure(`open ${page}`, error));
  };
  return (
    <header class="head">
      <Brand name={texts.app.name} />
      {sourceName && <span class="head-source">{sourceName}</span>}
      <nav class="head-tools" aria-label={texts.app.name}>
        {onPage && (
          <IconButton label={texts.app.sharePage} onClick={onPage}>
            <Icon icon={FileUp} />
          </IconButton>
        )}
        <IconButton label={texts.archive.searchShort} aria-pressed={searching} onClick={onSearch}>
          <Icon icon={Search} />
        </IconButton>
        <IconButton label={texts.app.openDesk} onClick={() => open('desk')}>
          <Icon icon={LayoutList} />
        </IconButton>
        <IconButton label={texts.app.openSettings} onClick={() => open('options')}>
          <Icon icon={Settings} />
        </IconButton>
        {onPanel && (
          <IconButton label={texts.app.openPanel} onClick={onPanel}>
            <Icon icon={PanelRight} />
          </IconButton>
        )}
      </nav>
    </header>
  );
}
