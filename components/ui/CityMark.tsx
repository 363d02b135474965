import { Lock } from 'lucide';
import { Icon } from './Icon.tsx';

interface Props {
  /** That the city set it, and where there is more to say, that too. */
  words: string;
  /** For the field's `aria-describedby`. */
  id?: string;
}

/** Says that the city set this, so that nobody looks for why it cannot be changed. */
export function CityMark({ words, id }: Props) {
  return (
    <p class="city-mark" {...(id && { id })}>
      <Icon icon={Lock} size={14} /> {words}
    </p>
  );
}
