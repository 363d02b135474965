import type { Attempt } from '../../utils/source/detect/session.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';
import type { Way } from './WayPicker.tsx';

/** What came of looking at an address. */
export type Look =
  | { state: 'bad-address' }
  | { state: 'known'; name: string }
  | { state: 'refused'; host: string }
  | { state: 'failed'; host: string; tried: readonly Attempt[]; otherHosts: readonly string[] }
  | { state: 'found'; host: string; ways: Way[]; otherHosts: readonly string[] };

/** Why no source came of an address, and what was tried. */
export function LookTrouble({ seen }: { seen: Exclude<Look, { state: 'found' }> }) {
  const texts = useTexts();
  const words = {
    'bad-address': () => texts.sources.addressBad,
    known: () => texts.sources.known(seen.state === 'known' ? seen.name : ''),
    refused: () => texts.sources.refused(seen.state === 'refused' ? seen.host : ''),
    failed: () => texts.sources.notFound(seen.state === 'failed' ? seen.host : ''),
  }[seen.state]();
  return (
    <Notice kind="warn" live>
      <p>{words}</p>
      {seen.state === 'failed' && (
        <>
          <p>{texts.sources.notFoundHelp}</p>
          <details class="tried">
            <summary>{texts.sources.tried}</summary>
            <ul>
              {seen.tried.map(({ url, as, outcome }) => (
                // One address may be tried in several ways.
                <li key={`${as} ${url} ${outcome}`}>
                  {url}: {texts.sources.outcomes[outcome]}
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </Notice>
  );
}
