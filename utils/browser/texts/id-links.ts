/** Texts on the addresses that open each platform. */
export const idLinks = {
  title: 'Tautan kanal',
  help: 'Alamat yang dibuka Jubir untuk setiap kanal. Bila sebuah kanal mengubah alamatnya, kota dapat menggantinya di sini tanpa menunggu Jubir diperbarui.',
  confirmed: (when: string) => `Terakhir Anda nyatakan terbit ${when}`,
  never: 'Belum pernah Anda nyatakan terbit',
  byCity: 'Diatur oleh kota',
  byYou: 'Alamat pengganti',
  change: 'Ganti alamat',
  address: (platform: string) => `Alamat pengganti untuk ${platform}`,
  /** Each is the sign that stands for that part. */
  addressHelp: (text: string, body: string, link: string) =>
    `Dengan https, dan pada tempatnya ${text} (teks lengkap), ${body} (teks tanpa tautannya), atau ${link} (tautan rilis). Kosongkan untuk alamat bawaan.`,
  /** `places` are the signs that stand for the text. */
  bad: (places: string) =>
    `Alamat itu tidak dapat dipakai; yang lama tetap berlaku. Perlu https, nama server, dan salah satu dari ${places}.`,
};
