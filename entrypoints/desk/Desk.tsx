import { TriangleAlert } from 'lucide';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { EntryList } from '../../components/draft/EntryList.tsx';
import { TextsContext } from '../../components/hooks/texts.ts';
import { useLive } from '../../components/hooks/use-live.ts';
import { Icon } from '../../components/ui/Icon.tsx';
import { Toast } from '../../components/ui/Toast.tsx';
import { textsFor } from '../../utils/browser/i18n.ts';
import { onSettings, type Settings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { type Entry, entriesOf, type Filter, filterEntries } from '../../utils/draft/entries.ts';
import { Detail } from './Detail.tsx';
import { Shelves } from './Shelves.tsx';
import { Tools } from './Tools.tsx';
import { useDeskActions } from './use-desk-actions.ts';

const everything: Filter = { shelf: 'all', platform: null, search: '' };

/** Drafts and posts on a full page; everything comes from this computer, so it works with the network off. */
export function Desk({ settings: stored }: { settings: Settings }) {
  const [settings, setSettings] = useState(stored);
  const [filter, setFilter] = useState(everything);
  const [chosen, setChosen] = useState<string | null>(null);
  const texts = useMemo(() => textsFor(settings.language), [settings.language]);
  useEffect(() => onSettings(setSettings), []);
  useEffect(() => {
    document.documentElement.lang = texts.locale.slice(0, 2);
    document.title = `${texts.desk.title} · ${texts.app.name}`;
  }, [texts]);

  const live = useLive(readEntries, []);
  const all = live.state === 'ready' ? live.value : [];
  const entries = filterEntries(all, filter);
  // A draft that was opened goes on as its post; then the newest entry is in view.
  const entry = all.find((each) => each.id === chosen) ?? entries[0];
  const actions = useDeskActions(texts);

  return (
    <TextsContext.Provider value={texts}>
      <div class={`desk ${chosen ? 'desk-reading' : ''}`}>
        <Shelves entries={all} filter={filter} onFilter={setFilter} />
        <main class="desk-list">
          <h1 class="visually-hidden">{texts.desk.title}</h1>
          <Tools filter={filter} onFilter={setFilter} />
          {live.state === 'loading' && <p class="desk-loading">{texts.app.loading}</p>}
          {live.state === 'failed' && (
            <div class="empty-state">
              <Icon icon={TriangleAlert} size={32} />
              <h2>{texts.desk.damaged}</h2>
              <p>{texts.desk.damagedHelp}</p>
            </div>
          )}
          {live.state === 'ready' && entries.length === 0 && (
            <div class="empty-state">
              <h2>{all.length === 0 ? texts.desk.emptyTitle : texts.desk.nothingFound}</h2>
              <p>{all.length === 0 ? texts.desk.emptyHelp : texts.desk.nothingFoundHelp}</p>
              {all.length > 0 && (
                <button type="button" class="button" onClick={() => setFilter(everything)}>
                  {texts.desk.clearFilters}
                </button>
              )}
            </div>
          )}
          <EntryList
            entries={entries}
            chosenId={entry?.id}
            now={Date.now()}
            onChoose={(each) => setChosen(each.id)}
          />
        </main>
        <section class="desk-detail" aria-label={texts.desk.select}>
          {entry && (
            <Detail
              key={entry.id}
              entry={entry}
              settings={settings}
              actions={actions}
              onBack={() => setChosen(null)}
            />
          )}
        </section>
        {actions.toast && <Toast {...actions.toast} onGone={actions.clearToast} />}
      </div>
    </TextsContext.Provider>
  );
}

async function readEntries(): Promise<Entry[]> {
  const [drafts, posts] = await Promise.all([db.drafts.toArray(), db.posts.toArray()]);
  return entriesOf(drafts, posts);
}
