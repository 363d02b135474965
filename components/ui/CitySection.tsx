import type { City, Fault } from '../../utils/browser/city.ts';
import { isCheckKey } from '../../utils/check/rules.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { CityMark } from './CityMark.tsx';
import { Notice } from './Notice.tsx';

interface Props {
  city: City;
  /** What of the policy is left out. */
  faults: readonly Fault[];
}

/** What the city set that has no field of its own on this page, and what of its policy cannot be used. */
export function CitySection({ city, faults }: Props) {
  const words = useLaterTexts().city;
  const checks = Object.entries(city.checks ?? {});
  return (
    <section aria-labelledby="city">
      <h2 id="city">{words.title}</h2>
      <p class="sheet-help">{words.help}</p>
      {city.captionFeed && (
        <div>
          <h3>{words.captionFeed}</h3>
          <p class="city-list">
            <code>{city.captionFeed}</code> {city.captionKey ? words.signed : words.unsigned}
          </p>
          <CityMark words={words.setByCity} />
        </div>
      )}
      {checks.length > 0 && (
        <div>
          <h3 id="city-checks">{words.checks}</h3>
          <ul class="city-list" aria-labelledby="city-checks">
            {checks.map(([key, severity]) => (
              <li key={key}>
                {isCheckKey(key) ? words.checkNames[key] : key}: <strong>{words.severities[severity]}</strong>
              </li>
            ))}
          </ul>
          <CityMark words={words.setByCity} />
        </div>
      )}
      {faults.length > 0 && (
        <Notice kind="warn">
          <h3 id="city-faults">{words.faults.title}</h3>
          <p>{words.faults.help}</p>
          <ul class="city-list" aria-labelledby="city-faults">
            {faults.map(({ path, reason }) => (
              <li key={`${path} ${reason}`}>
                <code>{path}</code>: {words.faults.reasons[reason]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </section>
  );
}
