import type { ReleaseState } from '../../utils/release/versions.ts';
import { useTexts } from '../hooks/texts.ts';

/** What the city did with a release since, in words; nothing where all is well. */
export function StateMark({ state }: { state: ReleaseState | null | undefined }) {
  const texts = useTexts();
  return state ? <span class="state-mark">{texts.states[state]}</span> : null;
}
