import { useTexts } from '../hooks/texts.ts';

interface Props {
  /** Sources that the city set and the official has not allowed yet. */
  count: number;
  /** Leads to where they can be allowed: a popup may close under the browser's question. */
  onAllow: () => void;
}

/** One calm line: the city set sources, and the browser wants the official's word. */
export function CityWaits({ count, onAllow }: Props) {
  const words = useTexts().city;
  return (
    <section class="copy-reminder" aria-label={words.allow}>
      <p>{words.waiting(count)}</p>
      <button type="button" class="button button-plain" onClick={onAllow}>
        {words.allow}
      </button>
    </section>
  );
}
