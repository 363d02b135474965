/** A rewrite by a language model, in Indonesian. */
export const idModel = {
  title: 'Tulis ulang dengan model bahasa',
  help: 'Opsional. Takarir Jubir dibuat tanpa model bahasa; bila dinyalakan, di kotak tulis ada tombol untuk meminta versi lain. Hasilnya diperiksa seperti teks lain dan tidak pernah terkirim dengan sendirinya.',
  kinds: {
    off: 'Tidak memakai model bahasa',
    'built-in': 'Model bawaan peramban ini',
    address: 'Model di alamat sendiri (Ollama, gerbang milik kota, dan sejenisnya)',
  },
  builtInHelp:
    'Teks tidak keluar dari komputer ini. Tombolnya muncul hanya untuk rilis dalam bahasa yang dikenal model itu.',
  address: 'Alamat',
  addressHelp:
    'Misalnya localhost:11434 untuk Ollama di komputer ini. Rilis dan takarir dikirim ke alamat ini saja, hanya saat Anda menekan tombolnya.',
  name: 'Nama model',
  nameHelp: 'Misalnya qwen3:8b.',
  key: 'Kunci akses, bila perlu',
  keyHelp: 'Disimpan di komputer ini dan tidak pernah ditampilkan lagi. Kosongkan bila tidak ada.',
  save: 'Izinkan dan simpan',
  told: {
    saved: 'Tersimpan.',
    'bad-address': 'Alamat atau nama model belum benar. Tidak ada yang berubah.',
    refused: 'Belum diizinkan atau belum tersimpan. Tidak ada yang berubah; coba lagi.',
  },
  rewrite: 'Tulis ulang dengan model bahasa',
  asking: 'Model sedang menulis…',
  answer: 'Dari model bahasa: periksa sebelum dipakai',
  use: 'Pakai teks ini',
  leave: 'Biarkan',
  inBox: 'Teks ini ditulis model bahasa.',
  failures: {
    'no-permission':
      'Izin mengirim teks ke model bahasa sudah dicabut. Belum ada yang dikirim; izinkan lagi di pengaturan modelnya.',
    'no-answer': 'Model bahasa tidak menjawab. Teks Anda tidak berubah; periksa apakah modelnya menyala.',
    refused: 'Model bahasa menolak permintaan ini. Teks Anda tidak berubah; periksa pengaturan modelnya.',
    status: 'Model bahasa bermasalah. Teks Anda tidak berubah; coba lagi nanti.',
    timeout: 'Model bahasa terlalu lama menjawab. Teks Anda tidak berubah; coba lagi.',
    unreadable: 'Jawaban model bahasa tidak dapat dibaca. Teks Anda tidak berubah.',
    empty: 'Model bahasa tidak menulis apa-apa. Teks Anda tidak berubah; coba lagi.',
  },
};
