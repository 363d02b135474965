import { catalogue } from '../catalogue.ts';
import type { Limits } from '../network.ts';
import { ask, fields, textOf } from '../request.ts';

/** Mastodon's defaults. */
export const plainLimits: Limits = {
  characters: catalogue.mastodon.limit,
  perLink: 23,
  picture: 8 * 1024 * 1024,
  honoursKeys: false,
};

/**
 * What the server lets a post have (https://docs.joinmastodon.org/methods/instance/#v2); what it leaves out is as
 * Mastodon has it.
 * @throws NetworkError
 */
export async function limitsOf(server: string): Promise<Limits> {
  const told = fields((await ask({ server, path: '/api/v2/instance' })).json);
  const { statuses, media_attachments } = fields(told.configuration);
  return {
    characters: within(fields(statuses).max_characters, 1, 1_000_000) ?? plainLimits.characters,
    perLink: within(fields(statuses).characters_reserved_per_url, 1, 2_000) ?? plainLimits.perLink,
    picture: within(fields(media_attachments).image_size_limit, 1_000, 1e9) ?? plainLimits.picture,
    honoursKeys: isMastodon(textOf(told.version, 100)),
  };
}

/** Mastodon and its forks count from 2 up and add "+name"; others say what they are "compatible" with, or count from 0. */
const isMastodon = (version: string): boolean =>
  /^[2-9]\d*\.\d+\.\d+/.test(version) && !/compatible/i.test(version);

const within = (value: unknown, least: number, most: number): number | null =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : null;
