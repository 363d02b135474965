import { useEffect, useMemo, useState } from 'preact/hooks';
import { textsFor } from '../../utils/browser/i18n.ts';
import { changeSettings, onSettings, type Settings } from '../../utils/browser/settings.ts';

/** The settings as they stand, a way to change them, and whether the last change was stored. */
export function useSettings(stored: Settings) {
  const [settings, setSettings] = useState(stored);
  const [saved, setSaved] = useState<'untouched' | 'saved' | 'failed'>('untouched');
  const texts = useMemo(() => textsFor(settings.language), [settings.language]);
  useEffect(() => onSettings(setSettings), []);
  useEffect(() => {
    document.documentElement.lang = texts.language;
  }, [texts]);
  const change = (next: Partial<Settings>) => {
    setSettings({ ...settings, ...next });
    return changeSettings(next).then(
      () => setSaved('saved'),
      () => {
        setSettings(settings);
        setSaved('failed');
      },
    );
  };
  return { settings, texts, change, saved };
}
