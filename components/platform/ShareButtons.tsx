import { Ellipsis } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { PlatformMark } from './PlatformMark.tsx';

interface Props {
  /** The release's title, for the buttons' names. */
  title: string;
  /** The official's platforms in their order. */
  platforms: PlatformId[];
  shared: Partial<Record<PlatformId, 'opened' | 'posted'>>;
  onShare: (platform: PlatformId) => void;
}

/** How many platforms stand in a row; the rest are behind "…". */
const shown = 4;

/** The first four platforms as buttons, one click each, and the rest in a menu. */
export function ShareButtons({ title, platforms, shared, onShare }: Props) {
  const texts = useTexts();
  const rest = platforms.slice(shown);
  const label = (platform: PlatformId) => {
    const { name, route } = catalogue[platform];
    const base = route === 'copy' ? texts.list.copyFor(name, title) : texts.list.shareOn(name, title);
    const state = shared[platform];
    return state ? `${base} (${texts.list[state]})` : base;
  };
  return (
    <div class="share-buttons">
      {platforms.slice(0, shown).map((platform) => (
        <IconButton
          key={platform}
          label={label(platform)}
          class="share-button"
          data-platform={platform}
          data-shared={shared[platform]}
          onClick={() => onShare(platform)}
        >
          <PlatformMark platform={platform} />
        </IconButton>
      ))}
      {rest.length > 0 && <MorePlatforms {...{ title, rest, shared, onShare }} />}
    </div>
  );
}

interface MoreProps {
  title: string;
  rest: PlatformId[];
  shared: Props['shared'];
  onShare: (platform: PlatformId) => void;
}

function MorePlatforms({ title, rest, shared, onShare }: MoreProps) {
  const texts = useTexts();
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const toggle = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    const menu = root.current?.querySelector<HTMLElement>('.menu');
    // Kept inside the window: near the lower edge it opens upwards.
    const below = root.current?.getBoundingClientRect().bottom ?? 0;
    if (menu && below + menu.offsetHeight > innerHeight) menu.classList.add('menu-up');
    menu?.querySelector<HTMLElement>('button')?.focus();
    const close = (event: Event) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', close);
    addEventListener('focusin', close);
    return () => {
      removeEventListener('pointerdown', close);
      removeEventListener('focusin', close);
    };
  }, [open]);

  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(root.current?.querySelectorAll<HTMLElement>('.menu button') ?? [])];
    const at = items.indexOf(document.activeElement as HTMLElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Escape' && open) {
      // Only the menu: Escape would close the whole popup.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
      toggle.current?.focus();
    } else if (step && items.length > 0) {
      event.preventDefault();
      items[(at + step + items.length) % items.length]?.focus();
    }
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the menu inside bubble up to here
    <div class="more" ref={root} onKeyDown={onKeyDown}>
      <button
        type="button"
        class="icon-button share-button"
        ref={toggle}
        aria-label={texts.list.otherPlatforms(title)}
        title={texts.app.more}
        aria-expanded={open}
        aria-haspopup="menu"
        onClick={() => setOpen(!open)}
      >
        <Icon icon={Ellipsis} />
      </button>
      {open && (
        <div class="menu" role="menu" aria-label={texts.app.more}>
          {rest.map((platform) => {
            const { name, route } = catalogue[platform];
            const state = shared[platform];
            return (
              <button
                type="button"
                role="menuitem"
                key={platform}
                class="menu-item"
                data-platform={platform}
                onClick={() => {
                  setOpen(false);
                  onShare(platform);
                }}
              >
                <PlatformMark platform={platform} />
                <span>{route === 'copy' ? texts.composer.copyAndOpen(name) : texts.composer.open(name)}</span>
                {state && <span class="menu-state">{texts.list[state]}</span>}
              </button>
            );
          })}
        </div>
      )}
    </div>
  );
}
