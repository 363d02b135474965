import { defineConfig } from 'wxt';
import { noteLicences, writeLicences } from './licences.config.ts';
import { licencesFile } from './utils/browser/licences.ts';

/** The default city's hosts: the only host permissions that Jubir asks for at install. */
const cityHosts = ['https://kotabogor.go.id/*', 'https://adm.kotabogor.go.id/*'];

/** What the popup needs for its first paint; the composer, the database and all else load after it. */
const firstScreen = [
  'node_modules/preact/',
  'node_modules/lucide/',
  'node_modules/simple-icons/',
  'node_modules/@mdi/',
  'node_modules/webextension-polyfill/',
  'components/ui/',
  'components/backup/CopyReminder',
  'components/backup/FolderTrouble',
  'components/release/ReleaseRow',
  'components/release/ShareQuestion',
  'components/release/StateMark',
  'components/platform/PlatformMark',
  'components/platform/ShareButtons',
  'components/draft/PostQuestion',
  'components/source/CityWaits',
  'components/source/StatusLine',
  'components/hooks/texts',
  'components/hooks/use-draft-writer',
  'utils/browser/',
  'utils/draft/draft.',
  'utils/platform/catalogue',
  'utils/platform/platform.',
  'entrypoints/popup/App',
  'entrypoints/popup/after-paint',
  'entrypoints/popup/Header',
  'entrypoints/popup/ListScreen',
  'entrypoints/popup/first-screen',
  'entrypoints/popup/share.',
  'entrypoints/popup/use-asked',
  'entrypoints/popup/use-list',
  'entrypoints/popup/use-share',
];

/** What of these only other pages need. */
const later = [
  'utils/browser/folder.',
  'utils/browser/hosts.',
  'utils/browser/licences.',
  'utils/browser/policy.',
  'utils/browser/page-messages.',
  'utils/browser/texts/later.',
  'utils/browser/texts/sending.',
  ...[
    'about',
    'accounts',
    'backup',
    'card',
    'city',
    'detail',
    'entries',
    'folder',
    'hosts',
    'humas',
    'humas-desk',
    'links',
    'page',
    'publish',
    'recap',
    'report',
    'sends',
    'store',
  ].flatMap((name) => [`utils/browser/texts/id-${name}.`, `utils/browser/texts/en-${name}.`]),
  ...[
    'chart-column',
    'chevron-left',
    'chevron-right',
    'file-down',
    'files',
    'megaphone',
    'printer',
    'star',
  ].map((icon) => `node_modules/lucide/dist/esm/icons/${icon}.`),
  'utils/browser/report.',
  'utils/browser/shelf.',
  'utils/browser/storage-facts.',
  'utils/browser/store.',
  'components/ui/About',
  'components/ui/about.css',
  'components/ui/CityMark',
  'components/ui/DataNote',
  'components/ui/CitySection',
  'components/ui/ElectionPeriod',
  'components/ui/HiddenButtons',
  'components/ui/HostList',
  'components/ui/HouseStyle',
  'components/ui/IncidentNotice',
  'components/ui/ModelSettings',
  'components/ui/NotifyChoice',
  'components/ui/ReportSection',
  'components/ui/LanguagePicker',
  'components/ui/StorageSection',
  'components/ui/StoreNotice',
  'components/ui/TextField',
];

const isFirstScreen = (id: string): boolean => {
  const path = id.replaceAll('\\', '/');
  const isIn = (parts: string[]) => parts.some((part) => path.includes(`/${part}`));
  return isIn(firstScreen) && !isIn(later);
};

export default defineConfig({
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'firefox'],
  manifestVersion: 3,
  manifest: ({ browser, mode }) => ({
    name: '__MSG_name__',
    short_name: '__MSG_shortName__',
    description: '__MSG_description__',
    default_locale: 'id',
    // `identity` shows a Mastodon server's own page to sign in on. Firefox cannot ask for it later, and neither
    // browser warns of it. `scripting` puts the button on the pages of sources, and reads a page that was clicked on.
    permissions: [
      ...['storage', 'unlimitedStorage', 'alarms', 'notifications', 'identity'],
      ...['contextMenus', 'activeTab', 'scripting'],
      ...(browser === 'chrome' ? ['sidePanel'] : []),
    ],
    host_permissions: cityHosts,
    // Asked host by host, in the click that adds a source or sets up a language model, which may run on this machine.
    optional_host_permissions: ['https://*/*', 'http://localhost/*', 'http://127.0.0.1/*'],
    // No page of ours loads anything from elsewhere; only requests to sources go out (https, loopback in tests).
    ...(mode === 'production'
      ? {
          content_security_policy: {
            extension_pages: [
              "default-src 'self'",
              "img-src 'self' data:",
              "connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
              "object-src 'none'",
              "base-uri 'none'",
              "form-action 'none'",
              "frame-ancestors 'none'",
            ].join('; '),
          },
        }
      : {}),
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+J' } },
      'share-page': { suggested_key: { default: 'Alt+Shift+B' }, description: '__MSG_sharePage__' },
    },
    ...(browser === 'chrome'
      ? { minimum_chrome_version: '120', storage: { managed_schema: 'managed-schema.json' } }
      : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{5b1f9a52-8f0c-4d0e-9d1b-6a1e2c7f4b90}',
              strict_min_version: '140.0',
              // Nothing is collected. What an official sends from their own account, to the city's folder or to a
              // model is asked for in the click that sets it up: `leaving` in utils/browser/permissions.ts.
              data_collection_permissions: {
                required: ['none'],
                optional: ['authenticationInfo', 'personalCommunications', 'websiteContent'],
              },
            },
            // The first that knows `data_collection_permissions`; all else that Jubir needs is older there.
            gecko_android: { strict_min_version: '142.0' },
          },
        }
      : {}),
  }),
  zip: {
    // What Mozilla's reviewers rebuild the Firefox package from, and nothing that only lies about here.
    includeSources: [
      ...['entrypoints/**', 'components/**', 'utils/**', 'public/**'],
      ...[
        'wxt.config.ts',
        'licences.config.ts',
        'tsconfig.json',
        'package.json',
        'package-lock.json',
        'README.md',
        'LICENSE',
      ],
    ],
  },
  hooks: {
    'build:publicAssets': ({ config: { browser } }, files) => {
      const idle = ['icon/jubir.svg', ...(browser === 'firefox' ? ['managed-schema.json'] : [])];
      for (const file of idle) {
        const at = files.findIndex(({ relativeDest }) => relativeDest === file);
        if (at === -1) throw new Error(`${file} is not in public/ any more`);
        files.splice(at, 1);
      }
    },
    'build:done': ({ config: { outDir } }, output) => {
      writeLicences(outDir);
      output.publicAssets.push({ type: 'asset', fileName: licencesFile });
    },
    'vite:build:extendConfig': (entrypoints, config) => {
      const alone = entrypoints.length === 1 ? entrypoints[0]?.name : undefined;
      config.plugins = [...(config.plugins ?? []), noteLicences(alone)];
      if (!entrypoints.some((entrypoint) => entrypoint.name === 'popup')) return;
      // One file, not nine: each would cost a request before the first paint.
      const build = config.build?.rolldownOptions ?? config.build?.rollupOptions;
      const output = build?.output;
      if (output && !Array.isArray(output))
        output.codeSplitting = { groups: [{ name: 'shell', test: isFirstScreen }] };
    },
  },
  vite: () => ({
    resolve: {
      // The plain build is 12 KiB smaller than the one that npm's "main" leads to.
      alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' },
    },
    build: { target: 'es2022' },
  }),
});
