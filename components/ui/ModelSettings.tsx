import { useState } from 'preact/hooks';
import { type ModelChoice, modelAddress, noModel } from '../../utils/caption/model-choice.ts';
import { useTexts } from '../hooks/texts.ts';

interface Props {
  model: ModelChoice;
  /** This browser has a model of its own. */
  builtIn: boolean;
  /** Called straight from the click: an address needs a permission. Resolves to whether it was given and stored. */
  onSave: (model: ModelChoice, key: string) => Promise<boolean>;
}

type Told = 'none' | 'saved' | 'bad-address' | 'refused';

/** Which language model may rewrite captions: none, the browser's own, or one that the official or the city runs. */
export function ModelSettings({ model, builtIn, onSave }: Props) {
  const texts = useTexts();
  const words = texts.model;
  const [kind, setKind] = useState(model.kind);
  const [address, setAddress] = useState(model.address);
  const [name, setName] = useState(model.name);
  const [key, setKey] = useState('');
  const [told, setTold] = useState<Told>('none');

  const save = (next: ModelChoice) =>
    void onSave(next, key).then((stored) => {
      setTold(stored ? 'saved' : 'refused');
      if (stored) setKey('');
    });
  const choose = (next: ModelChoice['kind']) => {
    setKind(next);
    setTold('none');
    if (next !== 'address') save({ ...noModel, kind: next });
  };
  const kinds: ModelChoice['kind'][] = builtIn ? ['off', 'built-in', 'address'] : ['off', 'address'];
  return (
    <section aria-labelledby="model">
      <h2 id="model">{words.title}</h2>
      <p class="sheet-help">{words.help}</p>
      <fieldset class="model-kinds">
        <legend class="visually-hidden">{words.title}</legend>
        {kinds.map((each) => (
          <label class="check" key={each}>
            <input type="radio" name="model" checked={kind === each} onChange={() => choose(each)} />
            {words.kinds[each]}
          </label>
        ))}
      </fieldset>
      {kind === 'built-in' && <p class="field-help">{words.builtInHelp}</p>}
      {kind === 'address' && (
        <form
          class="model-form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const base = modelAddress(address);
            if (!base || !name.trim()) return setTold('bad-address');
            setAddress(base);
            save({ kind, address: base, name: name.trim() });
          }}
        >
          <ModelField
            id="model-address"
            label={words.address}
            value={address}
            onValue={setAddress}
            help={words.addressHelp}
          />
          <ModelField
            id="model-name"
            label={words.name}
            value={name}
            onValue={setName}
            help={words.nameHelp}
          />
          <ModelField
            id="model-key"
            label={words.key}
            value={key}
            onValue={setKey}
            help={words.keyHelp}
            secret
          />
          <div class="sheet-actions">
            <button type="submit" class="button button-main">
              {words.save}
            </button>
          </div>
        </form>
      )}
      <p role="status" class={told === 'saved' || told === 'none' ? 'field-help' : 'field-error'}>
        {told === 'none' ? '' : words.told[told]}
      </p>
    </section>
  );
}

interface FieldProps {
  id: string;
  label: string;
  value: string;
  help: string;
  secret?: boolean;
  onValue: (value: string) => void;
}

function ModelField({ id, label, value, help, secret = false, onValue }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        class="input"
        {...(secret && { type: 'password' as const })}
        autocomplete="off"
        spellcheck={false}
        value={value}
        aria-describedby={`${id}-help`}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
      <p class="field-help" id={`${id}-help`}>
        {help}
      </p>
    </div>
  );
}
