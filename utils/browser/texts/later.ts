import { enAbout } from './en-about.ts';
import { enBackup } from './en-backup.ts';
import { enCard } from './en-card.ts';
import { enCity } from './en-city.ts';
import { enDetail } from './en-detail.ts';
import { enEntries } from './en-entries.ts';
import { enFolder } from './en-folder.ts';
import { enHosts } from './en-hosts.ts';
import { enHumas } from './en-humas.ts';
import { enHumasDesk } from './en-humas-desk.ts';
import { enLinks } from './en-links.ts';
import { enPage } from './en-page.ts';
import { enRecap } from './en-recap.ts';
import { enReport } from './en-report.ts';
import { enStore } from './en-store.ts';
import type { Texts } from './id.ts';
import { idAbout } from './id-about.ts';
import { idBackup } from './id-backup.ts';
import { idCard } from './id-card.ts';
import { idCity } from './id-city.ts';
import { idDetail } from './id-detail.ts';
import { idEntries } from './id-entries.ts';
import { idFolder } from './id-folder.ts';
import { idHosts } from './id-hosts.ts';
import { idHumas } from './id-humas.ts';
import { idHumasDesk } from './id-humas-desk.ts';
import { idLinks } from './id-links.ts';
import { idPage } from './id-page.ts';
import { idRecap } from './id-recap.ts';
import { idReport } from './id-report.ts';
import { idStore } from './id-store.ts';
import { filled, languages } from './languages.ts';

/** Texts that no first screen shows: a page that shows them loads them with its own code, and the popup stays small. */
export const later = {
  id: {
    about: idAbout,
    backup: idBackup,
    card: idCard,
    city: idCity,
    detail: idDetail,
    entries: idEntries,
    folder: idFolder,
    hosts: idHosts,
    humas: idHumas,
    humasDesk: idHumasDesk,
    links: idLinks,
    page: idPage,
    recap: idRecap,
    report: idReport,
    store: idStore,
  },
  en: {
    about: enAbout,
    backup: enBackup,
    card: enCard,
    city: enCity,
    detail: enDetail,
    entries: enEntries,
    folder: enFolder,
    hosts: enHosts,
    humas: enHumas,
    humasDesk: enHumasDesk,
    links: enLinks,
    page: enPage,
    recap: enRecap,
    report: enReport,
    store: enStore,
  },
};

export type LaterTexts = typeof later.id;

/** Those texts, in the language of the others. */
export function laterTexts({ language }: Pick<Texts, 'language'>): LaterTexts {
  if (language === 'en') return later.en;
  const further = languages.get(language);
  return further ? filled(later.id, further.later) : later.id;
}
