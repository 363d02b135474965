import { type Language, languages } from './languages.ts';

/**
 * A file in `languages/` that is named by its BCP 47 code ("su.ts") is a language: nothing else has to be changed, and
 * the languages to choose from name it. Apart from `languages.ts`, since the bundler alone knows of folders: scripts that
 * Node runs read texts, too.
 */
const files = import.meta.glob<Language>('./languages/*.ts', { eager: true, import: 'default' });

for (const [path, language] of Object.entries(files)) {
  languages.set(path.replace(/^.*\/|\.ts$/g, ''), language);
}
