import { useEffect, useState } from 'preact/hooks';
import { CitySection } from '../../components/ui/CitySection.tsx';
import {
  type City as CityPolicy,
  type Fault,
  loadCityFaults,
  onCityFaults,
} from '../../utils/browser/city.ts';
import { logFailure } from '../../utils/browser/log.ts';

/** The city's section; absent where no policy is set. */
export function City({ city }: { city: CityPolicy | undefined }) {
  const [faults, setFaults] = useState<Fault[]>([]);
  useEffect(() => {
    const read = () => {
      loadCityFaults().then(setFaults, (error) => logFailure('policy', error));
    };
    read();
    return onCityFaults(read);
  }, []);
  if (!city && faults.length === 0) return null;
  return <CitySection city={city ?? {}} faults={faults} />;
}
