import { enPhone } from './en-phone.ts';
import type { Texts } from './id.ts';
import { idPhone } from './id-phone.ts';

/** Each made once, so that the texts stay the same object while the language does. */
const made = new WeakMap<Texts, Texts>();

/** The texts as a phone's browser shows them. */
export function onPhone(texts: Texts): Texts {
  const known = made.get(texts);
  if (known) return known;
  const { composer, notices, desk, welcome } = texts.locale.startsWith('en') ? enPhone : idPhone;
  const own = {
    ...texts,
    composer: { ...texts.composer, ...composer },
    notices: { ...texts.notices, ...notices },
    desk: { ...texts.desk, ...desk },
    welcome: { ...texts.welcome, ...welcome },
  };
  made.set(texts, own);
  return own;
}
