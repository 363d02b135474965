import { useState } from 'preact/hooks';
import { moment } from '../../utils/browser/i18n.ts';
import { type Addresses, addressOf, isAddress } from '../../utils/platform/addresses.ts';
import { catalogue } from '../../utils/platform/catalogue.ts';
import { type PlatformId, platformIds } from '../../utils/platform/platform.ts';
import { useLaterTexts } from '../hooks/later-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { PlatformMark } from './PlatformMark.tsx';

interface Props {
  /** Those that the official set. */
  own: Addresses;
  /** Those that the city's policy set; they go before. */
  city: Addresses;
  /** Whether apps stand behind the addresses. */
  phone?: boolean;
  /** When the official last said that a post which was opened there is out, epoch milliseconds. */
  confirmed: Partial<Record<PlatformId, number>>;
  onChange: (own: Addresses) => void;
}

/** Each platform's link: its form, when it last worked, and another in its place. */
export function LinkList({ own, city, phone = false, confirmed, onChange }: Props) {
  const texts = useTexts();
  const words = useLaterTexts().links;
  return (
    <ul class="link-list">
      {platformIds.map((platform) => {
        const at = confirmed[platform];
        return (
          <li key={platform}>
            <PlatformMark platform={platform} size={18} />
            <div class="link-facts">
              <strong>{catalogue[platform].name}</strong>
              <code>{city[platform] ?? own[platform] ?? addressOf(platform, phone)}</code>
              <span>
                {at === undefined ? words.never : words.confirmed(moment(texts, at, Date.now()))}
                {city[platform] ? ` · ${words.byCity}` : own[platform] ? ` · ${words.byYou}` : ''}
              </span>
              {!city[platform] && (
                <AddressField
                  platform={platform}
                  address={own[platform] ?? ''}
                  onChange={(address) => {
                    const { [platform]: _, ...others } = own;
                    onChange(address === '' ? others : { ...others, [platform]: address });
                  }}
                />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What stands for the text in an address; see `links.ts`. */
const places = ['{text}', '{body}', '{link}'] as const;

interface FieldProps {
  platform: PlatformId;
  address: string;
  onChange: (address: string) => void;
}

function AddressField({ platform, address, onChange }: FieldProps) {
  const words = useLaterTexts().links;
  const [bad, setBad] = useState(false);
  const help = `address-${platform}-help`;
  return (
    <details class="link-change">
      <summary>{words.change}</summary>
      <div class="field">
        <label for={`address-${platform}`}>{words.address(catalogue[platform].name)}</label>
        <input
          id={`address-${platform}`}
          class="input"
          inputMode="url"
          autocomplete="off"
          spellcheck={false}
          defaultValue={address}
          aria-invalid={bad}
          aria-describedby={help}
          onChange={(event) => {
            const typed = event.currentTarget.value.trim();
            const fits = typed === '' || isAddress(platform, typed);
            setBad(!fits);
            if (fits) onChange(typed);
          }}
        />
        <p class={bad ? 'field-error' : 'field-help'} id={help} {...(bad ? { role: 'alert' } : {})}>
          {bad ? words.bad(places.join(', ')) : words.addressHelp(...places)}
        </p>
      </div>
    </details>
  );
}
