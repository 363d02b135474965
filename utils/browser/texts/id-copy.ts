/** The reminder of a copy, in Indonesian. */
export const idCopy = {
  title: 'Cadangan',
  save: 'Simpan cadangan',
  remind: 'Draf Anda hanya ada di komputer ini.',
  later: 'Nanti',
};
