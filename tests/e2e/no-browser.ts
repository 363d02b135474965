/** In the place of `webextension-polyfill`, which only loads in an extension: the tests read what is stored, and call nothing. */
export default {};
