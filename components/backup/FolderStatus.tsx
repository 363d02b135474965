import type { FolderState } from '../../utils/browser/folder.ts';
import { moment } from '../../utils/browser/i18n.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { Notice } from '../ui/Notice.tsx';

interface Props {
  state: FolderState;
  now: number;
  meeting: boolean;
  onMeet: () => void;
  onChange: () => void;
  onTurnOff: () => void;
}

/** How it goes with the city's folder: when the machines last met, and what is in the way. */
export function FolderStatus({
  state: { choice, outcome },
  now,
  meeting,
  onMeet,
  onChange,
  onTurnOff,
}: Props) {
  const texts = useTexts();
  const words = useLaterTexts().folder;
  const { metAt = 0, machines = 0 } = outcome ?? {};
  const when = moment(texts, metAt, now);
  const last = metAt === 0 ? words.never : machines > 1 ? words.met(when, machines) : words.metNobody(when);
  const faults = [...new Set(outcome?.faults ?? [])];
  const next = outcome && outcome.holdUntil > now ? words.again(moment(texts, outcome.holdUntil, now)) : '';
  return (
    <>
      <p>{words.isOn(choice.user, new URL(choice.address).host)}</p>
      <p role="status" class="field-help folder-last">
        {meeting ? words.meeting : last}
      </p>
      {outcome?.reason && !meeting && (
        <Notice kind="warn" live>
          {words.reasons[outcome.reason]} {words.safe} {next}
        </Notice>
      )}
      {!meeting &&
        faults.map((fault) => (
          <Notice kind="warn" key={fault}>
            {words.faults[fault]}
          </Notice>
        ))}
      <div class="sheet-actions">
        <button type="button" class="button button-plain" onClick={onTurnOff}>
          {words.turnOff}
        </button>
        <button type="button" class="button button-plain" onClick={onChange}>
          {words.change}
        </button>
        <button type="button" class="button" aria-disabled={meeting} onClick={() => !meeting && onMeet()}>
          {words.meetNow}
        </button>
      </div>
    </>
  );
}
