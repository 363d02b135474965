import { addressId } from '../release/identity.ts';

const prefix = 'link-';

/** What stands for the release in a draft of a page that is not the city's. */
export const plainLinkId = (url: string): string => `${prefix}${addressId('link', url, '')}`;

/** Whether a draft or post is of such a page: no release stands behind it, and no screen may show it as one. */
export const isPlainLink = ({ releaseId }: { releaseId: string }): boolean => releaseId.startsWith(prefix);
