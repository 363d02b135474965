import './about.css';
import type { Licence } from '../../utils/browser/licences.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  /** Jubir's own. */
  version: string;
  /** Null until they are read. */
  licences: readonly Licence[] | 'failed' | null;
  /** The official wants to see the licences. */
  onOpen: () => void;
}

/** Jubir's own licence and the name of its source archive, as the packages have them. */
const own = { licence: 'MIT', archive: (version: string): string => `jubir-${version}-sources.zip` };

/** What Jubir is, and under which licences everything in it is. */
export function About({ version, licences, onOpen }: Props) {
  const { app } = useTexts();
  const words = useLaterTexts().about;
  return (
    <section aria-labelledby="about">
      <h2 id="about">{words.title}</h2>
      <p>
        <strong>
          {app.name} {version}
        </strong>
      </p>
      <p>{words.what}</p>
      <p>{words.privacy}</p>
      <p>
        {words.free(own.licence)} {words.sources(own.archive(version))}
      </p>
      <details class="licences" onToggle={(event) => event.currentTarget.open && onOpen()}>
        <summary>{words.licences}</summary>
        {licences === null && <p role="status">{words.loading}</p>}
        {licences === 'failed' && <p role="status">{words.failed}</p>}
        {Array.isArray(licences) && <LicenceList licences={licences} />}
      </details>
    </section>
  );
}

function LicenceList({ licences }: { licences: readonly Licence[] }) {
  const words = useLaterTexts().about;
  return (
    <>
      <p class="field-help">{words.licencesHelp}</p>
      <ul>
        {licences.map(({ name, version, licence, text }) => (
          <li key={`${name}@${version}`}>
            <details>
              <summary>
                {name} {version} <span class="licence-name">{licence}</span>
              </summary>
              {/* Licences stay in the language they were given in. */}
              <p class="licence-text" lang="en">
                {text}
              </p>
            </details>
          </li>
        ))}
      </ul>
    </>
  );
}
