import { CircleCheck, CircleHelp, CircleX, Clock, ExternalLink } from 'lucide';
import { useState } from 'preact/hooks';
import type { SendingTexts } from '../../utils/browser/texts/sending.ts';
import { useSendingTexts } from '../hooks/sending-texts.ts';
import { useTexts } from '../hooks/texts.ts';
import { useSecondsLeft } from '../hooks/use-seconds-left.ts';
import { Icon } from '../ui/Icon.tsx';
import type { Sending, SendingActions } from './publishing.ts';

interface Props {
  sendings: readonly Sending[];
  act: SendingActions;
}

/** What became of each post that Jubir sends itself; one does not hide another. */
export function SentPosts({ sendings, act }: Props) {
  const own = useSendingTexts();
  if (sendings.length === 0) return null;
  return (
    <section class="sent" aria-labelledby="sent-title">
      <h2 id="sent-title">{own.publish.sent.title}</h2>
      <ul>
        {sendings.map((sending) => (
          <SentPost key={sending.post.id} sending={sending} act={act} />
        ))}
      </ul>
    </section>
  );
}

const icons = {
  prepared: Clock,
  sending: Clock,
  opened: ExternalLink,
  posted: CircleCheck,
  failed: CircleX,
  'not-posted': CircleX,
  removed: CircleX,
  unknown: CircleHelp,
};

/** One post: its account, how it stands in words, and what can be done about it. */
function SentPost({ sending, act }: { sending: Sending; act: SendingActions }) {
  const texts = useTexts();
  const own = useSendingTexts();
  const words = own.publish.sent;
  const { post, outgoing } = sending;
  const [broken, setBroken] = useState(false);
  const [sure, setSure] = useState(false);
  const left = useSecondsLeft(outgoing?.waiting === 'undo' ? outgoing.sendAfter : 0);
  const run = (job: (postId: string) => Promise<unknown>) => () => {
    setBroken(false);
    setSure(false);
    job(post.id).catch(() => setBroken(true));
  };
  const said = outgoing?.failure?.said;
  const isThread = (outgoing?.parts.filter(({ sent }) => sent !== null).length ?? 0) > 0;
  return (
    <li class={`sent-post sent-${post.state}`}>
      <p role="status">
        <Icon icon={icons[post.state]} size={16} />
        <span>
          <strong>{post.account}</strong> · {stateWords(sending, own, texts.drafts.failed)}
          {/* Seen, not read out each second. */}
          {left > 0 && <span aria-hidden="true"> ({words.seconds(left)})</span>}
        </span>
      </p>
      {said && <p class="sent-said">{words.said(said)}</p>}
      {broken && <p role="alert">{words.failedAction}</p>}
      <div class="sent-actions">
        {post.link && (
          <a class="button" href={post.link} target="_blank" rel="noreferrer">
            {words.view} <Icon icon={ExternalLink} size={14} />
          </a>
        )}
        {post.state === 'prepared' && outgoing && (
          <>
            <button type="button" class="button" onClick={run(act.resume)}>
              {words.sendNow}
            </button>
            <button type="button" class="button button-main" onClick={run(act.cancel)}>
              {words.cancel}
            </button>
          </>
        )}
        {post.state === 'failed' && outgoing && (
          <button type="button" class="button" onClick={run(act.resume)}>
            {isThread ? words.goOn : words.again}
          </button>
        )}
        {post.state === 'unknown' && (
          <>
            {outgoing && (
              <button type="button" class="button" onClick={run(act.lookUp)}>
                {words.lookUp}
              </button>
            )}
            <button type="button" class="button" onClick={run((id) => act.answer(id, 'posted'))}>
              {words.isOut}
            </button>
            <button type="button" class="button" onClick={run((id) => act.answer(id, 'not-posted'))}>
              {words.isNotOut}
            </button>
          </>
        )}
        {post.state === 'posted' && outgoing && (
          <button
            type="button"
            class="button"
            onClick={sure ? run(act.remove) : () => setSure(true)}
            onBlur={() => setSure(false)}
          >
            {sure ? words.removeSure : words.remove}
          </button>
        )}
      </div>
    </li>
  );
}

/** How a post stands, in a sentence. */
function stateWords({ post, outgoing }: Sending, { publish, sends }: SendingTexts, failed: string): string {
  const words = publish.sent;
  switch (post.state) {
    case 'prepared':
      return outgoing?.waiting ? words.waiting[outgoing.waiting] : sends.prepared;
    case 'sending':
      return words.sending;
    case 'posted':
      return words.posted;
    case 'failed': {
      const out = outgoing?.parts.filter(({ sent }) => sent !== null).length ?? 0;
      const reason = outgoing?.failure ? sends.failures[outgoing.failure.reason] : failed;
      return out > 0 ? `${words.partly(out, outgoing?.parts.length ?? out)}. ${reason}` : reason;
    }
    case 'unknown':
      return words.unknown;
    case 'removed':
      return words.removed;
    default:
      return words.notPosted;
  }
}
