import { createContext } from 'preact';

/** Opens the card of the release in view; null where there is nowhere to show it. */
export const OpenCardContext = createContext<(() => void) | null>(null);
