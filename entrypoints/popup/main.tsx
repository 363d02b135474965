import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/release/release.css';
import './popup.css';
import { render } from 'preact';
import { App } from './App.tsx';
import { readFirstScreen } from './first-screen.ts';

// The stored first screen is the first thing asked for and the only thing waited for.
const first = await readFirstScreen();
const root = document.getElementById('app');
if (root) render(<App first={first} place="popup" />, root);
