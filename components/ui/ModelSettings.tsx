import { useState } from 'preact/hooks';
import { type ModelChoice, modelAddress, noModel } from '../../utils/caption/model-choice.ts';
import { useTexts } from '../hooks/texts.ts';
import { CityMark } from './CityMark.tsx';
import { DataNote } from './DataNote.tsx';
import { TextField } from './TextField.tsx';

interface Props {
  model: ModelChoice;
  /** This browser has a model of its own. */
  builtIn: boolean;
  /** The city forbids every model: said in place of the choice. */
  forbidden?: string | undefined;
  /** Called straight from the click: an address needs a permission. Resolves to whether it was given and stored. */
  onSave: (model: ModelChoice, key: string) => Promise<boolean>;
}

type Told = 'none' | 'saved' | 'bad-address' | 'refused';

/** Which language model may rewrite captions: none, the browser's own, or one that the official or the city runs. */
export function ModelSettings({ forbidden, ...choice }: Props) {
  const words = useTexts().model;
  return (
    <section aria-labelledby="model">
      <h2 id="model">{words.title}</h2>
      <p class="sheet-help">{words.help}</p>
      {forbidden ? <CityMark words={forbidden} /> : <ModelPicker {...choice} />}
    </section>
  );
}

function ModelPicker({ model, builtIn, onSave }: Omit<Props, 'forbidden'>) {
  const texts = useTexts();
  const words = texts.model;
  const [kind, setKind] = useState(model.kind);
  const [address, setAddress] = useState(model.address);
  const [name, setName] = useState(model.name);
  const [key, setKey] = useState('');
  const [told, setTold] = useState<Told>('none');

  const save = (next: ModelChoice, withKey = '') =>
    void onSave(next, withKey).then((stored) => {
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
    <>
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
            save({ kind, address: base, name: name.trim() }, key);
          }}
        >
          <TextField
            id="model-address"
            label={words.address}
            value={address}
            onInput={setAddress}
            help={words.addressHelp}
          />
          <TextField
            id="model-name"
            label={words.name}
            value={name}
            onInput={setName}
            help={words.nameHelp}
          />
          <TextField
            id="model-key"
            label={words.key}
            value={key}
            onInput={setKey}
            help={words.keyHelp}
            secret
          />
          <DataNote />
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
    </>
  );
}
