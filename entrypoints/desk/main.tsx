import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/backup/reminder.css';
import '../../components/release/release.css';
import '../../components/draft/draft.css';
import '../../components/release/archive.css';
import './desk.css';
import '../../components/draft/detail.css';
import { render } from 'preact';
import { leaveWhenErased } from '../../utils/browser/erased.ts';
import { loadSettings } from '../../utils/browser/settings.ts';
import { Desk } from './Desk.tsx';

leaveWhenErased();
const root = document.getElementById('app');
if (root) render(<Desk settings={await loadSettings()} />, root);
