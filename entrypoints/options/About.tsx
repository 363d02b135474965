import { useState } from 'preact/hooks';
import { About as AboutSection } from '../../components/ui/About.tsx';
import { version } from '../../utils/browser/about.ts';
import { type Licence, loadLicences } from '../../utils/browser/licences.ts';
import { logFailure } from '../../utils/browser/log.ts';

/** The section "Tentang"; the licences are read when they are asked for. */
export function About() {
  const [licences, setLicences] = useState<Licence[] | 'failed' | null>(null);
  const read = () => {
    loadLicences().then(setLicences, (error) => {
      logFailure('licences', error);
      setLicences('failed');
    });
  };
  return <AboutSection version={version()} licences={licences} onOpen={read} />;
}
