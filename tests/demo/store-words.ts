/** The words on the stores' pictures, in both languages. */

export type Language = 'id' | 'en';

/** A news page that the city's releases answer; invented, like all that the portal publishes. */
export const newsAddress = 'https://koran.example/bogor/pasar-murah';
export const newsPage = `<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>Warga keluhkan antrean pasar murah</title>
<style>body{margin:0;font:18px/1.6 Georgia,'Noto Serif',serif;color:#222}nav{padding:14px 40px;border-bottom:3px double #222;font-weight:700;letter-spacing:.04em}article{padding:24px 40px;max-width:640px}h1{font-size:34px;line-height:1.2}</style></head>
<body><nav>KORAN CONTOH</nav><article><h1>Warga keluhkan antrean Pasar Pangan Murah</h1>
<p>Antrean panjang terlihat di Lapangan Kelurahan Sukaresmi saat Pasar Pangan Murah digelar Pemkot Bogor. Sejumlah warga
mempertanyakan mengapa beras medium hanya dijual Rp 58.000 per 5 kilogram di enam kecamatan.</p>
<p>Kepala Dinas Ketahanan Pangan dan Pertanian Kota Bogor Ratna Wulandari sebelumnya menyebut harga di sana 12 persen di
bawah harga pasar. Minyak goreng dijual Rp 15.500 per liter dan gula pasir Rp 16.000 per kilogram.</p></article></body></html>`;

/** In the order in which the pictures stand in the stores. */
export const storeWords = {
  id: {
    releases: {
      title: 'Rilis kota Anda, siap dibagikan',
      line: 'Rilis terbaru muncul sendiri, lengkap dengan takarirnya. Satu klik membuka kanal yang Anda pilih.',
    },
    caption: {
      title: 'Takarir dari kata‑kata rilis sendiri',
      line: 'Ringkas, kutipan, angka, atau ajakan: pas dengan batas tiap kanal, tautannya selalu ada.',
    },
    answer: {
      title: 'Jawab berita dengan rilis resmi',
      line: 'Membaca berita? Jubir mencarikan rilis kota yang menjawabnya.',
    },
    desk: {
      title: 'Tidak ada tulisan yang hilang',
      line: 'Draf dan riwayat tersimpan di komputer Anda sendiri, juga saat luring.',
    },
    recap: {
      title: 'Rekap bulanan, siap dibawa rapat',
      line: 'Apa yang terbit, di mana, dan secepat apa: dihitung di komputer Anda.',
    },
    humas: {
      title: 'Humas menulis, semua pejabat memakai',
      line: 'Takarir dari Humas: satu berkas di situs kota, boleh ditandatangani.',
    },
    tile: { title: 'Jubir', line: 'Rilis resmi kota, sekali klik dari akun Anda' },
  },
  en: {
    releases: {
      title: 'Your city’s releases, ready to share',
      line: 'The newest releases appear by themselves, captions included. One click opens the network you choose.',
    },
    caption: {
      title: 'Captions in the release’s own words',
      line: 'Summary, quote, figure or invitation: within each network’s limit, always with the link.',
    },
    answer: {
      title: 'Answer news with official releases',
      line: 'Reading a story? Jubir finds the city’s releases that answer it.',
    },
    desk: {
      title: 'Nothing you write is lost',
      line: 'Drafts and history stay on your own computer, and work offline.',
    },
    recap: {
      title: 'A monthly recap to bring along',
      line: 'What went out, where and how fast: counted on your computer.',
    },
    humas: {
      title: 'The press office writes, officials use it',
      line: 'Captions for the whole city: one file on the city’s site, signed if you like.',
    },
    tile: { title: 'Jubir', line: 'Official city releases, one click from your own account' },
  },
} satisfies Record<Language, Record<string, { title: string; line: string }>>;
