interface Props {
  words: string;
  addresses: readonly string[];
  /** Called straight from the click. */
  onChoose: (address: string) => void;
}

/** Addresses to look at next, one click each. */
export function Suggestions({ words, addresses, onChoose }: Props) {
  if (addresses.length === 0) return null;
  return (
    <div class="suggestions">
      <span class="field-help">{words}</span>
      {addresses.map((address) => (
        <button type="button" class="chip" key={address} onClick={() => onChoose(address)}>
          {address.replace(/^https:\/\//, '')}
        </button>
      ))}
    </div>
  );
}
