import { CircleCheck } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { TextsContext } from '../../components/hooks/texts.ts';
import { useSettings } from '../../components/hooks/use-settings.ts';
import { PlatformPicker } from '../../components/platform/PlatformPicker.tsx';
import { SourceCard } from '../../components/source/SourceCard.tsx';
import { Brand } from '../../components/ui/Brand.tsx';
import { CityMark } from '../../components/ui/CityMark.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { LanguagePicker } from '../../components/ui/LanguagePicker.tsx';
import { Notice } from '../../components/ui/Notice.tsx';
import { NotifyChoice } from '../../components/ui/NotifyChoice.tsx';
import { openingShortcut } from '../../utils/browser/about.ts';
import { isPhone } from '../../utils/browser/phone.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import { laterTexts } from '../../utils/browser/texts/later.ts';
import { presets } from '../../utils/source/cities.ts';
import { citySourceName } from '../../utils/source/city-source.ts';

/** First run: the city, the platforms, the language. A minute, and all of it can be skipped. */
export function Welcome({ stored }: { stored: Settings }) {
  const { settings, texts, change, saved } = useSettings(stored);
  const [done, setDone] = useState(false);
  const [shortcut, setShortcut] = useState<string | null>(null);
  useEffect(() => {
    document.title = `${texts.welcome.title} · ${texts.app.name}`;
  }, [texts]);
  useEffect(() => void openingShortcut().then(setShortcut), []);
  // Offered as wanted the first time; what was decided once stands.
  const [wanted, setWanted] = useState(!stored.welcomed || stored.notifications);
  const finish = (choice: Partial<Settings>) =>
    void change({ ...choice, welcomed: true }).then(() => setDone(true));
  const { city } = settings;
  const words = laterTexts(texts).city;
  const setByCity = (value: unknown) => (value === undefined ? undefined : words.setByCity);
  return (
    <TextsContext.Provider value={texts}>
      <main class="sheet">
        <header>
          <Brand name={texts.app.name} />
          <h1>{done ? texts.welcome.doneTitle : texts.welcome.title}</h1>
          <p class="sheet-lead">{done ? texts.welcome.doneLead : texts.welcome.lead}</p>
        </header>
        {done ? (
          <section aria-label={texts.welcome.doneTitle}>
            <p class="welcome-done">
              <Icon icon={CircleCheck} size={20} /> {texts.welcome.pin}
            </p>
            {shortcut && (
              <p>
                <kbd>{texts.welcome.shortcut(shortcut)}</kbd>
              </p>
            )}
            <div class="sheet-actions">
              <a class="button" href="/options.html">
                {texts.welcome.toSettings}
              </a>
              <a class="button button-main button-large" href={isPhone() ? '/popup.html' : '/sidepanel.html'}>
                {texts.welcome.toReleases}
              </a>
            </div>
          </section>
        ) : (
          <>
            <section aria-labelledby="city">
              <h2 id="city">{texts.welcome.city}</h2>
              <p class="sheet-help">{texts.welcome.cityHelp}</p>
              {city?.sources ? (
                <>
                  {city.sources.map((source) => (
                    <SourceCard key={source.url} name={citySourceName(source)} url={source.url} />
                  ))}
                  <CityMark words={words.setByCity} />
                </>
              ) : (
                presets.slice(0, 1).map(({ name, url }) => <SourceCard key={url} name={name} url={url} />)
              )}
            </section>
            <section aria-labelledby="platforms">
              <h2 id="platforms">{texts.welcome.platforms}</h2>
              <p class="sheet-help">{texts.welcome.platformsHelp}</p>
              <PlatformPicker
                chosen={settings.platforms}
                offered={city?.platforms}
                locked={city?.platforms && words.offered}
                onChange={(platforms) => void change({ platforms })}
              />
            </section>
            <section aria-labelledby="language">
              <h2 id="language">{texts.welcome.language}</h2>
              <LanguagePicker
                language={settings.language}
                locked={setByCity(city?.language)}
                onChange={(language) => void change({ language })}
              />
            </section>
            <section aria-labelledby="notifications">
              <h2 id="notifications">{texts.notify.title}</h2>
              <NotifyChoice
                checked={city?.notifications ?? wanted}
                quiet={settings}
                locked={setByCity(city?.notifications)}
                onChange={setWanted}
              />
            </section>
            {saved === 'failed' && (
              <Notice kind="warn" live>
                {texts.options.notSaved}
              </Notice>
            )}
            <div class="sheet-actions welcome-actions">
              <button type="button" class="button" onClick={() => finish({})}>
                {texts.welcome.skip}
              </button>
              <button
                type="button"
                class="button button-main button-large"
                onClick={() => finish({ notifications: wanted })}
              >
                {texts.welcome.start}
              </button>
            </div>
          </>
        )}
      </main>
    </TextsContext.Provider>
  );
}
