import { defineConfig } from 'wxt';

/** The default city's hosts: the only host permissions that Jubir asks for at install. */
const cityHosts = ['https://kotabogor.go.id/*', 'https://adm.kotabogor.go.id/*'];

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
    permissions: ['storage', 'alarms', 'notifications', ...(browser === 'chrome' ? ['sidePanel'] : [])],
    host_permissions: cityHosts,
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
    },
    ...(browser === 'chrome' ? { minimum_chrome_version: '120' } : {}),
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: '{5b1f9a52-8f0c-4d0e-9d1b-6a1e2c7f4b90}',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : {}),
  }),
  vite: () => ({
    resolve: {
      // The plain build is 12 KiB smaller than the one that npm's "main" leads to.
      alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' },
    },
    build: { target: 'es2022' },
  }),
});
