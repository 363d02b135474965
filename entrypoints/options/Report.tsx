import { useEffect, useRef } from 'preact/hooks';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { ReportSection } from '../../components/ui/ReportSection.tsx';
import { logFailure } from '../../utils/browser/log.ts';
import { gatherReport, reportText } from '../../utils/browser/report.ts';
import { db } from '../../utils/db/database.ts';

/** The section "Laporan masalah", as things stand. */
export function Report({ tell }: { tell: (text: string) => void }) {
  const { report } = useLaterTexts();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (location.hash === '#laporan') place.current?.scrollIntoView();
  }, []);
  const make = async () => {
    try {
      return reportText(report, await gatherReport(db, Date.now()));
    } catch (error) {
      logFailure('report', error);
      throw error;
    }
  };
  return (
    <div ref={place}>
      <ReportSection onMake={make} onCopy={(text) => navigator.clipboard.writeText(text)} tell={tell} />
    </div>
  );
}
