import { useState } from 'preact/hooks';
import { logFailure } from '../../utils/browser/log.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';

/** Where the official is going with a card, and with which text. */
export interface CardGoing {
  platform: PlatformId;
  text: string | null;
}

type Screen = typeof import('./CardScreen.tsx').CardScreen;

/** The card's room, loaded when it is first asked for: most releases go out without one. */
export function useCardScreen() {
  const [screen, setScreen] = useState<{ Screen: Screen; going: CardGoing } | null>(null);
  return {
    screen,
    open: (going: CardGoing): void => {
      import('./CardScreen.tsx').then(
        ({ CardScreen }) => setScreen({ Screen: CardScreen, going }),
        (error) => logFailure('card', error),
      );
    },
    close: () => setScreen(null),
  };
}
