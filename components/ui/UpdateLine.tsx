import { news } from '../../utils/browser/texts/news.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  /** One that `news.ts` has a sentence on. */
  version: string;
  onClose: () => void;
}

/** One calm line: what an update brought. */
export function UpdateLine({ version, onClose }: Props) {
  const { language, updated } = useTexts();
  const said = news[version];
  return (
    <section class="copy-reminder update-line" aria-label={updated.title}>
      <p>{updated.to(version, (language === 'en' ? said?.en : said?.id) ?? '')}</p>
      <button type="button" class="button button-plain" onClick={onClose}>
        {updated.close}
      </button>
    </section>
  );
}
