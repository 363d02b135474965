import type { idModel } from './id-model.ts';

/** A rewrite by a language model, in English. */
export const enModel: typeof idModel = {
  title: 'Rewriting with a language model',
  help: 'Optional. Jubir makes its captions without a language model; when it is on, the writing box has a button that asks for another version. The result is checked like any other text and never goes out by itself.',
  kinds: {
    off: 'No language model',
    'built-in': 'This browser’s own model',
    address: 'A model at an address of your own (Ollama, the city’s gateway and the like)',
  },
  builtInHelp:
    'The text does not leave this computer. The button shows only for releases in a language that the model knows.',
  address: 'Address',
  addressHelp:
    'For instance localhost:11434 for Ollama on this computer. Release and caption are sent to this address alone, only when you press the button.',
  name: 'Name of the model',
  nameHelp: 'For instance qwen3:8b.',
  key: 'Access key, if needed',
  keyHelp: 'Kept on this computer and never shown again. Leave it empty where there is none.',
  save: 'Allow and save',
  told: {
    saved: 'Saved.',
    'bad-address': 'The address or the model’s name is not right yet. Nothing has changed.',
    refused: 'Not allowed or not stored yet. Nothing has changed; please try again.',
  },
  rewrite: 'Rewrite with a language model',
  asking: 'The model is writing…',
  answer: 'From a language model: check before use',
  use: 'Use this text',
  leave: 'Leave it',
  inBox: 'This text was written by a language model.',
  failures: {
    'no-permission':
      'The permission to send text to the language model was taken back. Nothing was sent; allow it again in the model’s settings.',
    'no-answer':
      'The language model does not answer. Your text is unchanged; check that the model is running.',
    refused: 'The language model refused this. Your text is unchanged; check the model’s settings.',
    status: 'The language model has a problem. Your text is unchanged; try again later.',
    timeout: 'The language model took too long. Your text is unchanged; try again.',
    unreadable: 'The language model’s answer cannot be read. Your text is unchanged.',
    empty: 'The language model wrote nothing. Your text is unchanged; try again.',
  },
};
