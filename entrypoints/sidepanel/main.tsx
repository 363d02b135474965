import { readFirstScreen } from '../popup/first-screen.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/release/release.css';
import '../popup/popup.css';
import { render } from 'preact';
import { App } from '../popup/App.tsx';

const root = document.getElementById('app');
if (root) render(<App first={await readFirstScreen()} place="panel" />, root);
