/** Letters of other alphabets that look like Latin ones (after Unicode's confusables, those in use). */
const pairs =
  'аa еe оo рp сc хx уy іi ѕs ԁd јj һh ԛq ԝw ѵv ӏl кk мm тt вb нh зe АA ВB ЕE КK МM НH ОO РP СC ТT УY ХX ІI ЅS ЈJ ' +
  'ԚQ ԜW ѴV αa οo ρp υu νv ιi κk τt χx ηn ωw γy εe ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX օo սu ոn հh';

const table: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map((pair) => {
    const [letter = '', latin = ''] = [...pair];
    return [letter, latin];
  }),
);

/** A word in the letters that a reader takes it to be written in; bold, italic and wide letters become plain. */
export function lookAlikeOf(word: string): string {
  return [...word.normalize('NFKC')].map((letter) => table.get(letter) ?? letter).join('');
}
