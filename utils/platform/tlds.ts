/**
 * Which last labels make "contoh.id" an address without a scheme.
 *
 * Every two-letter country code there is, the IDN country codes, and the generic names people write; not the 500
 * brand names of the root zone, whose list would weigh more than all of this folder. Behind `https://` any label
 * of two letters or more counts, so nothing real is missed there.
 */
const countries =
  'acadaeafagaialamanaoaqarasatauawaxazbabbbdbebfbgbhbibjblbmbnbobqbrbsbtbvbwbybzcacccdcfcgchcickclcmcncocrcucv' +
  'cwcxcyczdedjdkdmdodzeceeegeheresetfifjfkfmfofrgagbgdgegfggghgiglgmgngpgqgrgsgtgugwgyhkhmhnhrhthuidieiliminioiqir' +
  'isitjejmjojpkekgkhkikmknkpkrkwkykzlalblclilklrlsltlulvlymamcmdmemfmgmhmkmlmmmnmompmqmrmsmtmumvmwmxmymznancnenfngni' +
  'nlnonpnrnunzompapepfpgphpkplpmpnprpsptpwpyqarerorsrurwsasbscsdsesgshsisjskslsmsnsosrssstsusvsxsysztctdtftgthtjtktl' +
  'tmtntotrtttvtwtzuaugukumusuyuzvavcvevgvivnvuwfwsyeytzazmzw';

const generic =
  'com org net edu gov mil int info biz name pro aero coop museum jobs mobi travel tel cat asia post arpa onion ' +
  'academy actor agency apartments app archi army art associates auction audio auto baby band bank bar bargains ' +
  'beauty beer best bet bid bike bingo bio black blog blue book boutique broker build builders business buy buzz ' +
  'cab cafe cam camera camp capital car cards care career careers cars casa cash casino catering center ceo chat ' +
  'cheap christmas church city claims cleaning click clinic clothing cloud club coach codes coffee college ' +
  'community company computer condos construction consulting contact contractors cooking cool country coupons ' +
  'courses credit creditcard cricket cruises dance data date dating day deals delivery democrat dental dentist ' +
  'design dev diamonds diet digital direct directory discount doctor dog domains download earth eat eco education ' +
  'email energy engineer engineering enterprises equipment estate events exchange expert exposed express fail ' +
  'faith family fan fans farm fashion film finance financial fish fishing fit fitness flights florist flowers fly ' +
  'food football forsale forum foundation free fun fund furniture futbol fyi gallery game games garden gift gifts ' +
  'gives glass global gold golf graphics gratis green gripe group guide guitars guru hair haus health healthcare ' +
  'help here hiphop hockey holdings holiday home homes horse hospital host hosting hot hotel hotels house how icu ' +
  'immo immobilien inc industries ink institute insurance insure international investments irish jewelry joy kim ' +
  'kitchen land law lawyer lease legal lgbt life lighting limited limo link live loan loans lol love ltd ltda ' +
  'luxury maison management map market marketing mba media meet memorial men menu moda moe mom money mortgage ' +
  'movie music navy network new news ngo ninja now observer one ong online ooo open organic page partners parts ' +
  'party pet pharmacy phone photo photography photos physio pics pictures pink pizza place play plumbing plus poker ' +
  'press prod productions promo properties property protection pub racing radio realestate realty recipes red rehab ' +
  'rent rentals repair report republican rest restaurant review reviews rich rip rocks rodeo room run safe sale ' +
  'salon save school schule science search security select services sexy shiksha shoes shop shopping show site ski ' +
  'skin soccer social software solar solutions song space sport srl store stream studio study style sucks supplies ' +
  'supply support surf surgery systems talk tattoo tax taxi team tech technology tennis theater theatre tickets ' +
  'tips tires today tools top tours town toys trade trading training tube university uno vacations ventures vet ' +
  'viajes video villas vin vip vision vote voto voyage wang watch watches weather web webcam website wedding wiki ' +
  'win wine work works world wtf xyz yoga you zone zip ' +
  'amsterdam bayern berlin boston brussels budapest capetown cologne dubai hamburg istanbul jakarta koeln london ' +
  'madrid melbourne miami moscow nagoya nyc okinawa osaka paris quebec ruhr saarland scot swiss sydney taipei tokyo ' +
  'wales wien yokohama zuerich';

const international =
  '한국 香港 澳門 新加坡 台灣 台湾 中國 中国 გე ລາວ ไทย ලංකා ഭാരതം ಭಾರತ భారత్ சிங்கப்பூர் இலங்கை இந்தியா ଭାରତ ભારત ' +
  'ਭਾਰਤ ভাৰত ভারত বাংলা भारोत भारतम् भारत ڀارت پاکستان موريتانيا مليسيا مصر قطر فلسطين عمان عراق سورية سودان تونس ' +
  'بھارت بارت ایران امارات المغرب السعودية الجزائر البحرين الاردن հայ қаз укр срб рф мон мкд ею бел бг ευ ελ ' +
  'みんな コム ストア 世界 中文网 公司 在线 我爱你 网站 网址 网络 移动 삼성 닷컴 닷넷 сайт рус орг онлайн ком عرب شبكة موقع كوم';

const known = new Set([...(countries.match(/../g) ?? []), ...generic.split(' ')]);
const idn = international.split(' ').sort((a, b) => b.length - a.length);

/** Whether an ASCII label, whatever its case, is a known top-level domain. */
export function isTld(label: string): boolean {
  const lower = label.toLowerCase();
  return known.has(lower) || /^xn--[-0-9a-z]+$/.test(lower);
}

/** The international top-level domain that `text` begins with, or null. */
export function idnTldAt(text: string): string | null {
  return idn.find((tld) => text.startsWith(tld)) ?? null;
}
