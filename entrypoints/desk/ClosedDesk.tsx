import { ArrowLeft, Copy, Download } from 'lucide';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { TextsContext } from '../../components/hooks/texts.ts';
import { Brand } from '../../components/ui/Brand.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { Toast } from '../../components/ui/Toast.tsx';
import { moment, textsFor } from '../../utils/browser/i18n.ts';
import { logFailure } from '../../utils/browser/log.ts';
import type { Settings } from '../../utils/browser/settings.ts';
import { laterTexts } from '../../utils/browser/texts/later.ts';
import { db } from '../../utils/db/database.ts';
import type { StoredEntry } from '../../utils/db/stored-entries.ts';
import { platformName, saveCopy } from './copy-out.ts';

interface Props {
  settings: Settings;
  /** What lies in the database; null where nothing of it can be read. */
  entries: StoredEntry[] | null;
}

/** As much of a text as two lines show. */
const excerpt = 240;

/** The desk over a database that this Jubir cannot use: everything to read and to copy, nothing to change. */
export function ClosedDesk({ settings, entries }: Props) {
  const [chosen, setChosen] = useState<string | null>(null);
  const [toast, setToast] = useState<string | null>(null);
  const texts = useMemo(() => textsFor(settings.language), [settings.language]);
  useEffect(() => {
    document.documentElement.lang = texts.language;
    document.title = `${texts.desk.title} · ${texts.app.name}`;
  }, [texts]);
  const { store } = laterTexts(texts);
  const save = () =>
    saveCopy(db.name, texts, Date.now()).then(
      (unreadable) => setToast(unreadable === 0 ? store.copySaved : store.copyLeftOut(unreadable)),
      (error) => {
        logFailure('copy out', error);
        setToast(store.copyFailed);
      },
    );
  const all = entries ?? [];
  const entry = all.find(({ id }) => id === chosen);
  const when = ({ at }: StoredEntry) => (at === 0 ? '' : moment(texts, at, Date.now()));
  return (
    <TextsContext.Provider value={texts}>
      <div class={`desk closed-desk ${entry ? 'desk-reading' : ''}`}>
        <main class="desk-list desk-list-archive">
          <header class="closed-head">
            <Brand name={texts.app.name} />
            <h1>{store.readOnly}</h1>
            <p>{all.length === 0 ? store.noEntries : store.entries(all.length)}</p>
            <button type="button" class="button button-main" onClick={() => void save()}>
              <Icon icon={Download} size={16} />
              {store.copyOut}
            </button>
          </header>
          <ul>
            {all.map((each) => (
              <li key={`${each.kind} ${each.id}`}>
                <button
                  type="button"
                  class="closed-entry"
                  aria-current={each.id === chosen ? 'true' : undefined}
                  onClick={() => setChosen(each.id)}
                >
                  <span class="closed-words">{each.text.trim().slice(0, excerpt) || texts.checks.empty}</span>
                  <span class="closed-foot">
                    {[store[each.kind], platformName(each.platform), when(each)].filter(Boolean).join(' · ')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </main>
        <section class="desk-detail" aria-label={store.select}>
          {entry ? (
            <>
              <div class="detail-tools">
                <button type="button" class="button detail-back" onClick={() => setChosen(null)}>
                  <Icon icon={ArrowLeft} size={16} />
                  {texts.app.back}
                </button>
                <button
                  type="button"
                  class="button"
                  onClick={() =>
                    void navigator.clipboard.writeText(entry.text).then(
                      () => setToast(texts.desk.copied),
                      (error) => {
                        logFailure('copy', error);
                        setToast(texts.desk.copyFailed);
                      },
                    )
                  }
                >
                  <Icon icon={Copy} size={16} />
                  {texts.desk.copy}
                </button>
              </div>
              <article class="closed-text">
                <h2>{entry.title || store.untitled}</h2>
                <p class="closed-foot">
                  {[store[entry.kind], platformName(entry.platform), when(entry)].filter(Boolean).join(' · ')}
                </p>
                <p class="post-text">{entry.text}</p>
                {entry.others.length > 0 && (
                  <details>
                    <summary>{texts.drafts.earlier(entry.others.length)}</summary>
                    {entry.others.map((other) => (
                      <p class="post-text" key={other}>
                        {other}
                      </p>
                    ))}
                  </details>
                )}
              </article>
            </>
          ) : (
            all.length > 0 && <p class="empty-state">{store.select}</p>
          )}
        </section>
        {toast && <Toast text={toast} onGone={() => setToast(null)} />}
      </div>
    </TextsContext.Provider>
  );
}
