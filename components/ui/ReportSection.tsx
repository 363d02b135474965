import { useState } from 'preact/hooks';
import { useLaterTexts } from '../hooks/later-texts.ts';

interface Props {
  /** Gathers the report as it stands now. */
  onMake: () => Promise<string>;
  /** Puts it on the clipboard. */
  onCopy: (report: string) => Promise<void>;
  /** Tells an outcome in the page's toast. */
  tell: (text: string) => void;
}

/** "Laporan masalah": shown whole before it is copied, so that the official knows what goes out. */
export function ReportSection({ onMake, onCopy, tell }: Props) {
  const { report: words } = useLaterTexts();
  const [report, setReport] = useState<string | null>(null);
  const make = () => void onMake().then(setReport, () => tell(words.failed));
  const copy = (text: string) =>
    void onCopy(text).then(
      () => tell(words.copied),
      () => tell(words.copyFailed),
    );
  return (
    <section aria-labelledby="report">
      <h2 id="report">{words.title}</h2>
      <p class="sheet-help">{words.help}</p>
      {report === null ? (
        <p>
          <button type="button" class="button" onClick={make}>
            {words.make}
          </button>
        </p>
      ) : (
        <>
          <p role="status">{words.made}</p>
          <pre class="report">{report}</pre>
          <p>
            <button type="button" class="button button-main" onClick={() => copy(report)}>
              {words.copy}
            </button>
          </p>
        </>
      )}
    </section>
  );
}
