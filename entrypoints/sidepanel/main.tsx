import { readFirstScreen } from '../popup/first-screen.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/backup/reminder.css';
import '../../components/release/release.css';
import '../popup/popup.css';
import { render } from 'preact';
import { leaveWhenErased } from '../../utils/browser/erased.ts';
import { App } from '../popup/App.tsx';
import { storeBarWhenIdle } from '../popup/after-paint.ts';

leaveWhenErased();
const root = document.getElementById('app');
if (root) render(<App first={await readFirstScreen()} place="panel" />, root);
storeBarWhenIdle();
