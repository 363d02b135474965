/** Answers for every handle of the network (https://docs.bsky.app/docs/advanced-guides/api-directory). */
export const publicApi = 'https://public.api.bsky.app';
/** Where DIDs of the kind "plc" are told (https://web.plc.directory). */
export const plcDirectory = 'https://plc.directory';

/** Who is asked where an account of Bluesky lies, whichever account it is. */
export const lookupServers: readonly string[] = [publicApi, plcDirectory];
