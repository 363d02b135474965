import { moment } from '../../utils/browser/i18n.ts';
import type { StorageFacts } from '../../utils/browser/storage-facts.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  facts: StorageFacts;
  drafts: number;
  posts: number;
  /** Epoch milliseconds. */
  now: number;
}

/** Where drafts lie, how safe from the browser's own tidying, and when the latest snapshot was made. */
export function StorageSection({ facts, drafts, posts, now }: Props) {
  const texts = useTexts();
  const { store } = useLaterTexts();
  return (
    <section aria-labelledby="storage">
      <h2 id="storage">{store.section}</h2>
      <ul class="storage-facts">
        <li>{store.used(drafts, posts, facts.used === null ? null : sizeOf(facts.used, texts.locale))}</li>
        <li>{facts.persisted ? store.persisted : store.notPersisted}</li>
        <li>
          {facts.snapshotAt === null ? store.noCopy : store.lastCopy(moment(texts, facts.snapshotAt, now))}
        </li>
      </ul>
      <p class="field-help">{store.copyHelp}</p>
    </section>
  );
}

function sizeOf(bytes: number, locale: string): string {
  const megabytes = bytes / 1024 / 1024;
  const digits = megabytes < 10 ? 1 : 0;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: digits,
  }).format(megabytes);
}
