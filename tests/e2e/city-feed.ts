import { sign } from '../../utils/humas/signature.ts';
import { feedObject, feedText } from '../../utils/humas/write.ts';

/** A caption feed for one release, signed by the key of `docs/policy/`: that of RFC 8032, section 7.1, test 1. */
export async function cityFeed(release: string, title: string, text: string): Promise<string> {
  const seed = '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60';
  const privateKey = Buffer.from(`302e020100300506032b657004220420${seed}`, 'hex').toString('base64');
  const captions = [{ platform: 'x' as const, angle: 'summary' as const, texts: [`${text} ${release}`] }];
  const items = [{ release, title, captions, vary: false, updated: 1 }];
  const feed = feedObject({ title: 'Humas', city: 'Kota Bogor', language: 'id', issued: Date.now(), items });
  feed._jubir.signature = await sign(feed, privateKey);
  return feedText(feed);
}
