import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/ui/sheet.css';
import '../../components/source/source.css';
import '../../components/backup/backup.css';
import { render } from 'preact';
import { leaveErased, leaveWhenErased } from '../../utils/browser/erased.ts';
import { send } from '../../utils/browser/messages.ts';
import { loadSettings } from '../../utils/browser/settings.ts';
import { db } from '../../utils/db/database.ts';
import { mountStoreBar } from '../popup/StoreBar.tsx';
import { Options } from './Options.tsx';

const stopListening = leaveWhenErased();

/** This page stays until everything is gone, so that it can tell where something is not. */
async function erase(): Promise<void> {
  stopListening();
  db.close();
  await send('erase-everything', null);
  leaveErased();
}

const root = document.getElementById('app');
if (root) render(<Options stored={await loadSettings()} onErase={erase} />, root);
await mountStoreBar();
