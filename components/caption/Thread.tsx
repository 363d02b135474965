import { Copy, ListOrdered } from 'lucide';
import { useState } from 'preact/hooks';
import { catalogue } from '../../utils/platform/catalogue.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { useTexts } from '../hooks/texts.ts';
import { Icon } from '../ui/Icon.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Counter } from './Counter.tsx';
import type { useThread } from './use-thread.ts';

interface Props {
  thread: ReturnType<typeof useThread>;
  platform: PlatformId;
}

/** A text too long for one post, offered as a thread and then shown post by post, each to be copied. */
export function Thread({ thread, platform }: Props) {
  const texts = useTexts();
  const [said, setSaid] = useState('');
  const { state, posts } = thread;
  const { name } = catalogue[platform];
  if (state === 'none') return null;
  if (state === 'impossible') return <p class="thread-help">{texts.captions.threadImpossible(name)}</p>;
  if (posts === null) {
    return (
      <button type="button" class="button thread-make" onClick={thread.want}>
        <Icon icon={ListOrdered} size={16} />
        {texts.captions.makeThread}
      </button>
    );
  }
  const copy = (post: string, at: number) =>
    navigator.clipboard.writeText(post).then(
      () => setSaid(texts.captions.copiedPost(at + 1)),
      () => setSaid(texts.desk.copyFailed),
    );
  return (
    <section class="thread" aria-labelledby="thread-title">
      <div class="thread-head">
        <h2 id="thread-title">{texts.captions.thread(posts.length)}</h2>
        <button type="button" class="button button-plain" onClick={thread.drop}>
          {texts.captions.dropThread}
        </button>
      </div>
      <p class="thread-help">{texts.captions.threadHelp(name)}</p>
      <ol>
        {posts.map((post, at) => (
          <li key={at}>
            <p>{post}</p>
            <div class="thread-foot">
              <Counter platform={platform} text={post} />
              <IconButton label={texts.captions.copyPost(at + 1)} onClick={() => void copy(post, at)}>
                <Icon icon={Copy} size={16} />
              </IconButton>
            </div>
          </li>
        ))}
      </ol>
      <p class="thread-help" role="status">
        {said}
      </p>
    </section>
  );
}
