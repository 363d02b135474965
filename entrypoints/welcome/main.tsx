import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/ui/sheet.css';
import { render } from 'preact';
import { leaveWhenErased } from '../../utils/browser/erased.ts';
import { loadSettings } from '../../utils/browser/settings.ts';
import { mountStoreBar } from '../popup/StoreBar.tsx';
import { Welcome } from './Welcome.tsx';

leaveWhenErased();
const root = document.getElementById('app');
if (root) render(<Welcome stored={await loadSettings()} />, root);
await mountStoreBar();
