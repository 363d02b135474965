import { useEffect, useState } from 'preact/hooks';
import { TextsContext } from '../../components/hooks/texts.ts';
import { useSettings } from '../../components/hooks/use-settings.ts';
import { PlatformPicker } from '../../components/platform/PlatformPicker.tsx';
import { ServerField } from '../../components/platform/ServerField.tsx';
import { Brand } from '../../components/ui/Brand.tsx';
import { ElectionPeriod } from '../../components/ui/ElectionPeriod.tsx';
import { HiddenButtons } from '../../components/ui/HiddenButtons.tsx';
import { HouseStyle } from '../../components/ui/HouseStyle.tsx';
import { LanguagePicker } from '../../components/ui/LanguagePicker.tsx';
import { ModelSettings } from '../../components/ui/ModelSettings.tsx';
import { Toast } from '../../components/ui/Toast.tsx';
import { openingShortcut } from '../../utils/browser/about.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { send } from '../../utils/browser/messages.ts';
import { askToSend } from '../../utils/browser/permissions.ts';
import { isPhone } from '../../utils/browser/phone.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import { laterTexts } from '../../utils/browser/texts/later.ts';
import { hasBuiltIn } from '../../utils/caption/model.ts';
import { type ModelChoice, modelOrigin } from '../../utils/caption/model-choice.ts';
import { About } from './About.tsx';
import { Accounts } from './Accounts.tsx';
import { Backup } from './Backup.tsx';
import { Cards } from './Cards.tsx';
import { City } from './City.tsx';
import { Folder } from './Folder.tsx';
import { Hosts } from './Hosts.tsx';
import { Humas } from './Humas.tsx';
import { Links } from './Links.tsx';
import { Notifications } from './Notifications.tsx';
import { Report } from './Report.tsx';
import { Sources } from './Sources.tsx';
import { Storage } from './Storage.tsx';

/** Everything that can be set, stored as it is changed. */
export function Options({ stored, onErase }: { stored: Settings; onErase: () => Promise<void> }) {
  const { settings, texts, change, saved } = useSettings(stored);
  const [shortcut, setShortcut] = useState<string | null>(null);
  const [toast, setToast] = useState<string | null>(null);
  const { city } = settings;
  const cityWords = laterTexts(texts).city;
  const setByCity = (value: unknown) => (value === undefined ? undefined : cityWords.setByCity);
  useEffect(() => {
    document.title = `${texts.options.title} · ${texts.app.name}`;
  }, [texts]);
  useEffect(() => void openingShortcut().then(setShortcut), []);
  useEffect(() => {
    if (saved !== 'untouched') setToast(saved === 'saved' ? texts.options.saved : texts.options.notSaved);
  }, [saved, settings, texts]);
  return (
    <TextsContext.Provider value={texts}>
      <main class="sheet">
        <header>
          <Brand name={texts.app.name} />
          <h1>{texts.options.title}</h1>
        </header>
        <City city={city} />
        <Sources city={city?.sources} tell={setToast} />
        <Humas settings={settings} onChange={change} />
        <section aria-labelledby="platforms">
          <h2 id="platforms">{texts.options.platforms}</h2>
          <p class="sheet-help">{texts.options.platformsHelp}</p>
          <PlatformPicker
            sortable
            chosen={settings.platforms}
            offered={city?.platforms}
            locked={city?.platforms && cityWords.offered}
            onChange={(platforms) => void change({ platforms })}
          />
        </section>
        <Accounts settings={settings} onChange={(next) => void change(next)} tell={setToast} />
        <HouseStyle
          house={settings.house}
          lines={settings.lines}
          locked={{
            hashtags: setByCity(city?.hashtags),
            mentions: setByCity(city?.mentions),
            closing: setByCity(city?.closings),
          }}
          onHouse={(house) => void change({ house })}
          onLines={(lines) => void change({ lines })}
        />
        <Cards tell={setToast} />
        <Notifications settings={settings} onChange={(next) => void change(next)} />
        <ElectionPeriod election={settings.election} onChange={(election) => void change({ election })} />
        <ModelSettings
          key={String(city?.model)}
          model={settings.model}
          builtIn={hasBuiltIn()}
          forbidden={city?.model === false ? cityWords.noModel : undefined}
          onSave={saveModel}
        />
        <section aria-labelledby="mastodon">
          <h2 id="mastodon">{texts.options.mastodon}</h2>
          <ServerField
            server={settings.mastodonServer}
            onSave={(mastodonServer) => void change({ mastodonServer })}
          />
        </section>
        <Links
          own={settings.addresses}
          city={city?.addresses}
          onChange={(addresses) => void change({ addresses })}
        />
        <section aria-labelledby="language">
          <h2 id="language">{texts.options.language}</h2>
          <LanguagePicker
            language={settings.language}
            locked={setByCity(city?.language)}
            onChange={(language) => void change({ language })}
          />
        </section>
        <HiddenButtons hosts={settings.hiddenOn} onChange={(hiddenOn) => void change({ hiddenOn })} />
        <Storage />
        <Folder city={city?.folder} tell={setToast} />
        <Backup tell={setToast} onErase={onErase} />
        <Hosts settings={settings} />
        {!isPhone() && (
          <section aria-labelledby="shortcut">
            <h2 id="shortcut">{texts.options.shortcut}</h2>
            <p>{shortcut ? texts.options.shortcutHelp(shortcut) : texts.options.shortcutNone}</p>
          </section>
        )}
        <Report tell={setToast} />
        <About />
        {toast && <Toast text={toast} onGone={() => setToast(null)} />}
      </main>
    </TextsContext.Provider>
  );
}

/** The permission first, in the click itself. */
async function saveModel(model: ModelChoice, key: string): Promise<boolean> {
  const asked = model.kind === 'address' ? askToSend([modelOrigin(model.address)]) : Promise.resolve(true);
  try {
    if (!(await asked)) return false;
    await send('set-model', { model, key });
    return true;
  } catch (error) {
    logFailure('model', error);
    return false;
  }
}
