import { fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { TextsContext } from '../../../components/hooks/texts.ts';
import { StatusLine } from '../../../components/source/StatusLine.tsx';
import { LanguagePicker } from '../../../components/ui/LanguagePicker.tsx';
import { textsFor } from '../../../utils/browser/i18n.ts';
import { readSettings } from '../../../utils/browser/settings.ts';
import { id } from '../../../utils/browser/texts/id.ts';
import { languages } from '../../../utils/browser/texts/languages.ts';
import { later, laterTexts } from '../../../utils/browser/texts/later.ts';
import { sending, sendingTexts } from '../../../utils/browser/texts/sending.ts';
import { su } from '../../browser/su.ts';
import { axeFindings } from '../axe.ts';
import { show } from '../show.tsx';

const labels = (): (string | undefined)[] =>
  screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent);

test('what is shipped offers only languages that are whole', () => {
  show(<LanguagePicker language="id" onChange={() => {}} />);
  expect(labels()).toEqual(['Ikuti peramban', 'Bahasa Indonesia', 'English']);
  expect(readSettings({ language: 'su' }).language).toBe('id');
});

describe('a third language with ten texts', () => {
  beforeEach(() => void languages.set('su', su));
  afterEach(() => void languages.delete('su'));

  test('stands among the languages to choose from, by itself', async () => {
    const onChange = vi.fn();
    show(<LanguagePicker language="id" onChange={onChange} />);
    expect(labels()).toEqual(['Ikuti peramban', 'Bahasa Indonesia', 'English', 'Basa Sunda']);
    fireEvent.click(screen.getByRole('radio', { name: 'Basa Sunda' }));
    expect(onChange).toHaveBeenCalledExactlyOnceWith('su');
    expect(await axeFindings()).toEqual([]);
  });

  test('a screen speaks it, and Indonesian where it says nothing yet', async () => {
    const texts = textsFor('su');
    const given = { total: 9, refreshing: false, onRefresh: () => {}, onMarkAllRead: () => {} };
    const outcome = { ok: false as const, at: 1, reason: 'timeout' as const };
    render(
      <TextsContext.Provider value={texts}>
        <StatusLine {...given} outcome={outcome} unread={3} />
      </TextsContext.Provider>,
    );
    expect(screen.getByRole('button', { name: /^3 can dibaca/ })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toContain(id.failures.timeout);
    expect(await axeFindings()).toEqual([]);
  });

  test('every text is there, whoever says it', () => {
    const texts = textsFor('su');
    expect(texts.language).toBe('su');
    expect(texts.locale).toBe('id-ID');
    expect([texts.app.cancel, texts.app.save, texts.app.back]).toEqual(['Bolay', 'Simpen', 'Balik']);
    expect([texts.app.undo, texts.list.refreshing]).toEqual([id.app.undo, id.list.refreshing]);
    expect(laterTexts(texts).backup.title).toBe('Salinan cadangan');
    expect(laterTexts(texts).backup.help).toBe(later.id.backup.help);
    expect(laterTexts(texts).recap).toBe(later.id.recap);
    expect(sendingTexts(texts)).toEqual(sending.id);
    // The same object each time: what a page remembers by its texts stays.
    expect(textsFor('su')).toBe(texts);
    expect(laterTexts(texts)).toBe(laterTexts(texts));
  });

  test('the browser’s own language leads to it, and settings keep it', () => {
    fakeBrowser.i18n.getUILanguage = () => 'su-ID';
    expect(textsFor('browser').language).toBe('su');
    expect(readSettings({ language: 'su' }).language).toBe('su');
  });
});
