import { ArrowLeft, FileQuestionMark, LoaderCircle, Newspaper, ShieldAlert, TriangleAlert } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import '../../components/release/asked.css';
import { useLaterTexts } from '../../components/hooks/later-texts.ts';
import { stamp } from '../../components/hooks/use-draft-writer.ts';
import { PlainLinkOffer } from '../../components/release/PlainLink.tsx';
import { Icon } from '../../components/ui/Icon.tsx';
import { IconButton } from '../../components/ui/IconButton.tsx';
import type { Asked } from '../../utils/browser/asked.ts';
import { logFailure } from '../../utils/browser/log.ts';
import { type HandOver, send } from '../../utils/browser/messages.ts';
import { askHosts } from '../../utils/browser/permissions.ts';
import { isPhone } from '../../utils/browser/phone.ts';
import { plainLinkText } from '../../utils/caption/plain-link.ts';
import { db } from '../../utils/db/database.ts';
import { draftId } from '../../utils/draft/draft.ts';
import { plainLinkId } from '../../utils/draft/plain-link.ts';
import type { Found, ShareFailure } from '../../utils/flow/share-page.ts';
import type { PlatformId } from '../../utils/platform/platform.ts';
import { ListedReleases, NewsReleases } from './AskedReleases.tsx';

interface Props {
  asked: Asked;
  /** The network that a text is made for first. */
  platform: PlatformId;
  onShare: (target: HandOver) => void;
  onBack: () => void;
}

/** What stands behind a click on some page, where that is not simply one release. */
export function AskedScreen({ asked, platform, onShare, onBack }: Props) {
  const { page } = useLaterTexts();
  const { found } = asked;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    // What was asked before may have been scrolled.
    heading.current?.closest('.screen')?.scrollTo(0, 0);
  }, [asked.id, found?.kind]);
  return (
    <section class="asked" aria-labelledby="asked-title" aria-busy={found === null}>
      <header class="asked-head">
        <IconButton label={page.back} onClick={onBack}>
          <Icon icon={ArrowLeft} />
        </IconButton>
        <h2 id="asked-title" ref={heading} tabIndex={-1}>
          {titleOf(found, page)}
        </h2>
      </header>
      {found === null && <Reading key={asked.at} asked={asked} />}
      {found?.kind === 'listing' && (
        <>
          <p class="asked-from">{page.listing.help(found.sourceName)}</p>
          <ListedReleases
            sourceId={found.sourceId}
            onChoose={(releaseId) => onShare({ releaseId, platform })}
          />
        </>
      )}
      {found?.kind === 'news' && (
        <>
          <p class="asked-from">{page.news.from(new URL(found.news.url).hostname)}</p>
          <blockquote class="asked-quote">{found.news.title || found.news.text.slice(0, 300)}</blockquote>
          <NewsReleases
            news={found.news}
            onChoose={(releaseId) =>
              onShare({ releaseId, platform, angle: 'counterweight', news: found.news, at: asked.at })
            }
          />
          <PlainLink own={false} url={found.news.url} title={found.news.title} {...{ platform, onShare }} />
        </>
      )}
      {found?.kind === 'look-alike' && (
        <div class="empty-state" role="alert">
          <Icon icon={ShieldAlert} size={32} />
          <h3>{page.lookAlike.title}</h3>
          <p>{page.lookAlike.help(found.host, found.real)}</p>
        </div>
      )}
      {found?.kind === 'failed' && (
        <Failed {...{ asked, found, onBack }}>
          {linkable.has(found.reason) && /^https:/.test(found.url) && (
            <PlainLink
              own={found.sourceId !== ''}
              url={found.url}
              title={found.title}
              {...{ platform, onShare }}
            />
          )}
        </Failed>
      )}
    </section>
  );
}

/** After so long something may have ended under way, in milliseconds: the official is not left with a spinner. */
const slowAfter = 20_000;

/** It is being looked for; where that takes long, it can be asked for once more. */
function Reading({ asked }: { asked: Asked }) {
  const { page } = useLaterTexts();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), Math.max(0, asked.at + slowAfter - Date.now()));
    return () => clearTimeout(timer);
  }, []);
  return (
    <div class="empty-state" role="status">
      <Icon icon={LoaderCircle} size={32} class="spin" />
      <h3>{page.reading}</h3>
      {slow && (
        <>
          <p>{page.slow}</p>
          <button type="button" class="button" onClick={() => askAgain(asked)}>
            {page.again}
          </button>
        </>
      )}
    </div>
  );
}

const askAgain = ({ id }: Asked): void =>
  void send('ask-again', { id }).catch((error) => logFailure('again', error));

type PageTexts = ReturnType<typeof useLaterTexts>['page'];

function titleOf(found: Found | null, page: PageTexts): string {
  if (found?.kind === 'listing') return page.listing.title;
  if (found?.kind === 'news') return page.news.title;
  return page.menu;
}

/** Failures after which the page can still go out as a plain link: it is there. */
const linkable = new Set<ShareFailure>(['not-release', 'unreadable']);

/** The failures that are told apart. */
function toldAs(reason: ShareFailure): keyof PageTexts['failed'] {
  if (reason === 'not-found') return 'gone';
  const own: readonly ShareFailure[] = [
    'not-release',
    'unreadable',
    'no-page',
    'no-permission',
    'offline',
    'broken',
  ];
  return own.includes(reason) ? (reason as keyof PageTexts['failed']) : 'no-answer';
}

interface FailedProps {
  asked: Asked;
  found: Extract<Found, { kind: 'failed' }>;
  onBack: () => void;
  children: ComponentChildren;
}

/** What went wrong, that nothing was lost, and the next step. */
function Failed({ asked, found, onBack, children }: FailedProps) {
  const { page } = useLaterTexts();
  const told = toldAs(found.reason);
  const host = URL.canParse(found.url) ? new URL(found.url).hostname : '';
  const allow = () => {
    // The prompt comes only if nothing is awaited before it; where it closes a popup, the background hears of it still.
    askHosts([host]).catch((error) => logFailure('permission', error));
  };
  const isLink = found.reason === 'not-release' && found.sourceId === '';
  // A phone has no menu in which selected words could be shared.
  const wayOut = told === 'unreadable' && isPhone() ? 'unreadable-phone' : told;
  const nextStep = isLink ? 'not-release-link' : wayOut;
  return (
    <>
      <div class="empty-state" role="alert">
        <Icon icon={told === 'not-release' ? FileQuestionMark : TriangleAlert} size={32} />
        <h3>{page.failed[told]}</h3>
        <p>{told === 'no-permission' ? page.next['no-permission'](host) : page.next[nextStep]}</p>
        {told === 'no-permission' && (
          <button type="button" class="button button-main" onClick={allow}>
            {page.allow(host)}
          </button>
        )}
        {(told === 'offline' || told === 'no-answer' || told === 'broken') && (
          <button type="button" class="button button-main" onClick={() => askAgain(asked)}>
            {page.again}
          </button>
        )}
        {(told === 'not-release' || told === 'gone') && (
          <button type="button" class="button" onClick={onBack}>
            <Icon icon={Newspaper} size={16} />
            {page.newest}
          </button>
        )}
      </div>
      {children}
    </>
  );
}

interface PlainLinkProps {
  own: boolean;
  url: string;
  title: string;
  platform: PlatformId;
  onShare: (target: HandOver) => void;
}

/** Shares a page that is not the city's as a plain link; its draft is stored before it is shown. */
function PlainLink({ own, url, title, platform, onShare }: PlainLinkProps) {
  const [failed, setFailed] = useState(false);
  const share = async () => {
    const releaseId = plainLinkId(url);
    const id = draftId(releaseId, platform, 'summary');
    const named = title.replace(/\s+/gu, ' ').trim().slice(0, 500) || new URL(url).hostname;
    if (!(await db.drafts.get(id))) {
      const text = plainLinkText({ title: named, url }, platform);
      const subject = { releaseId, releaseTitle: named, releaseUrl: url, sourceId: '' };
      await send('write-draft', stamp({ id, ...subject, platform, angle: 'summary', text, base: 0 }));
    }
    onShare({ releaseId, platform, angle: 'summary' });
  };
  return (
    <PlainLinkOffer
      own={own}
      failed={failed}
      onShare={() =>
        void share().catch((error) => {
          logFailure('plain link', error);
          setFailed(true);
        })
      }
    />
  );
}
