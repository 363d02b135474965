/**
 * What an official gains by an update, in one sentence that goes on from "Jubir diperbarui ke 0.2:", by the version's
 * first two numbers. A version without a sentence says nothing. Old ones can go: only the newest is ever shown.
 */
export const news: Record<string, Record<'id' | 'en', string>> = {
  '0.2': {
    id: 'bila ada masalah, laporannya dapat disalin di Pengaturan.',
    en: 'should something go wrong, a report of it can be copied in Settings.',
  },
};
