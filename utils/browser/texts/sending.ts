import { enAccounts } from './en-accounts.ts';
import { enPicture } from './en-picture.ts';
import { enPublish } from './en-publish.ts';
import { enSends } from './en-sends.ts';
import type { Texts } from './id.ts';
import { idAccounts } from './id-accounts.ts';
import { idPicture } from './id-picture.ts';
import { idPublish } from './id-publish.ts';
import { idSends } from './id-sends.ts';
import { filled, languages } from './languages.ts';

/** Texts on the official's own accounts, on pictures and on what Jubir sends itself: no first screen shows them. */
export const sending = {
  id: { accounts: idAccounts, picture: idPicture, publish: idPublish, sends: idSends },
  en: { accounts: enAccounts, picture: enPicture, publish: enPublish, sends: enSends },
};

export type SendingTexts = typeof sending.id;

/** Those texts, in the language of the others. */
export function sendingTexts({ language }: Pick<Texts, 'language'>): SendingTexts {
  if (language === 'en') return sending.en;
  const further = languages.get(language);
  return further ? filled(sending.id, further.sending) : sending.id;
}
