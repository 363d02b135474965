import { readFirstScreen } from './first-screen.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/backup/reminder.css';
import '../../components/release/release.css';
import './popup.css';
import { render } from 'preact';
import { leaveWhenErased } from '../../utils/browser/erased.ts';
import { isPhone } from '../../utils/browser/phone.ts';
import { App } from './App.tsx';
import { storeBarWhenIdle } from './after-paint.ts';

leaveWhenErased();
// Before the first paint: it is what the page's size depends on.
document.documentElement.classList.toggle('phone', isPhone());
// The stored first screen is the first thing asked for and the only thing waited for.
const root = document.getElementById('app');
if (root) render(<App first={await readFirstScreen()} place="popup" />, root);
storeBarWhenIdle();
