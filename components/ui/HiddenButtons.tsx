import { useLaterTexts } from '../hooks/later-texts.ts';

interface Props {
  /** Hosts on whose pages the official wants no button. */
  hosts: readonly string[];
  onChange: (hosts: string[]) => void;
}

/** Where the button "Bagikan" was hidden, and how it comes back; nothing where it never was. */
export function HiddenButtons({ hosts, onChange }: Props) {
  const { button } = useLaterTexts().page;
  if (hosts.length === 0) return null;
  return (
    <section aria-labelledby="hidden-buttons">
      <h2 id="hidden-buttons">{button.hiddenTitle}</h2>
      <p class="sheet-help">{button.hiddenHelp}</p>
      {hosts.map((host) => (
        <p key={host}>
          <button
            type="button"
            class="button"
            onClick={() => onChange(hosts.filter((each) => each !== host))}
          >
            {button.showAgain(host)}
          </button>
        </p>
      ))}
    </section>
  );
}
