/** `npm run bench NAME`: runs one benchmark, or all of them. They print ratios and gate nothing by absolute time. */
const benches = {
  popup: () => import('./popup/popup.ts'),
  search: () => import('./search/search.ts'),
  match: () => import('./match/match.ts'),
  captions: () => import('./captions/captions.ts'),
  backup: () => import('./backup/backup.ts'),
  desk: () => import('./desk/desk.ts'),
  clicks: () => import('./clicks/clicks.ts'),
  gallery: () => import('./gallery/gallery.ts'),
  cards: () => import('./cards/cards.ts'),
  page: () => import('./page/page.ts'),
  reach: () => import('./reach/reach.ts'),
};

const [wanted] = process.argv.slice(2);
const names = Object.keys(benches) as (keyof typeof benches)[];
const chosen = names.filter((name) => wanted === undefined || name === wanted);
if (chosen.length === 0) {
  console.error(`No benchmark "${wanted}". There are: ${names.join(', ')}`);
  process.exit(2);
}
let failed = 0;
for (const name of chosen) {
  const bench = await benches[name]();
  if (!(await bench.run())) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);
