import type { idChecks, idElection } from './id-checks.ts';

/** As `idChecks`, in English. */
export const enChecks: typeof idChecks = {
  title: 'Check before posting',
  select: (words) => `Select “${words}” in the text`,
  stop: 'Do not post this yet',
  reasons: {
    tooLong: (over, platform) => `${over} over the limit of ${platform}. Please shorten it before posting.`,
    suspicious: () =>
      'This release is suspicious: the city’s site may have been broken into. Do not post it before the press office confirms it.',
    withdrawn: () => 'This release is no longer on the city’s site. Please ask the press office first.',
    changed: () => 'The city has changed this release. Please read what changed and adapt your text.',
    nationalId: () =>
      'This looks like an identity number (NIK or KK). Personal data may not be spread; please delete it.',
    privatePhone: () =>
      'This telephone number is not in the release. Make sure that it is a service number, not a private one.',
    privateMail: () =>
      'This e-mail address is not in the release. Make sure that it is official, not private.',
    privateAddress: () =>
      'This looks like somebody’s home address. Name the area only, without house number and RT/RW.',
    hiddenCharacters: () =>
      'The text has hidden characters, mostly from copying. Remove them so that it reads as it should.',
    lookAlikes: () =>
      'The text has look-alike letters, which screen readers and searches do not know. Please use plain letters.',
    unknownNumber: () => 'This number is not in the release. Please compare:',
    swappedNumber: () => 'The release has another number in this place. Please compare:',
    unknownDate: () => 'This date, day or time is not in the release. Please compare:',
    swappedDate: () => 'The release has another time in this place. Please compare:',
    unknownName: () =>
      'This name is not in the release. Please check the spelling and whom or what it means:',
    swappedName: () => 'The release has another name in this place. Please compare:',
    unknownMention: () =>
      'This account has no name of the release. Make sure that it is official and the right one:',
    wrongOffice: (name, office) => `In the release ${name} is ${office}. Please check the office:`,
    otherOffice: (office) => `The release says “${office}”. Please check the office:`,
    quoteChanged: () =>
      'This quotation differs from the release. Quote exactly, or drop the quotation marks:',
    notQuoted: () => 'In the release nobody says these words. Please drop the quotation marks:',
    speakerSwapped: (speaker) => `In the release ${speaker} says this. Please correct who speaks:`,
    negationDropped: (words) => `The release says “${words}”. Without that the meaning is turned round:`,
    negationAdded: (word) => `“${word}” is not in the release and turns the meaning round:`,
    opposite: (word) => `The release says “${word}”; your text says the opposite:`,
    hedgeDropped: (words) => `The release says “${words}”. Without that a plan or a hope reads as a fact:`,
    noLink: () => 'The link to the release is missing. Add it so that readers can see for themselves.',
    tooManyHashtags: (limit, platform) =>
      `Too many hashtags: at most ${limit} on ${platform}. Please drop some.`,
    hashtagDigits: () => 'A hashtag of digits alone does not work. Please add a word:',
    hashtagBroken: () => 'A space or a sign cuts this hashtag. Please write it as one word:',
    hashtagHardToRead: () => 'This hashtag is hard to read. Start each word with a capital, without accents:',
    hashtagUnfortunate: (word) => `This hashtag can be read as “${word}”. Please choose other words:`,
    shouting: () =>
      'Capitals throughout and rows of exclamation marks read as shouting. Please write calmly:',
    alreadyOpened: (platform) =>
      `You opened this release in ${platform} before. Make sure that it is not out yet.`,
    alreadyPosted: (platform) =>
      `You posted this release on ${platform} before. Make sure that you want it twice.`,
    likeMyLast: (percent) =>
      `This text is ${percent}% the same as one of your last posts on this platform. Change it a little.`,
    oldRelease: (days) => `This release is ${days} days old. If you post it still, please name its date.`,
    campaignWords: () =>
      'Election period: this can be read as campaigning, and civil servants must be neutral. Please reconsider:',
  },
  mends: {
    shorten: 'Shorten',
    addLink: 'Add it',
    fewerHashtags: 'Fewer hashtags',
    removeHidden: 'Clean up',
    plainLetters: 'Use plain letters',
    remove: 'Delete',
    useInstead: 'Use the release’s name',
    useReleaseWords: 'Use the release’s words',
    calm: 'Write calmly',
    mendHashtag: 'Mend the hashtag',
  },
  useWord: (word) => `Replace with “${word}”`,
  empty: 'The text is empty.',
};

/** As `idElection`, in English. */
export const enElection: typeof idElection = {
  title: 'Election period',
  help: 'During this time Jubir tells you when a word can be read as campaigning. It never holds your text back.',
  on: 'Tell me about campaign words',
  from: 'From',
  to: 'To',
  always: 'The dates may stay empty: then it holds until you switch it off.',
  backwards: 'The last day is before the first one. Please correct one of them.',
  words: 'Words to avoid, one a line',
  reset: 'Restore the built-in list',
};
