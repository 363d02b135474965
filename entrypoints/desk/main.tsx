import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/release/release.css';
import '../../components/draft/draft.css';
import '../../components/release/archive.css';
import './desk.css';
import { render } from 'preact';
import { loadSettings } from '../../utils/browser/settings.ts';
import { Desk } from './Desk.tsx';

const root = document.getElementById('app');
if (root) render(<Desk settings={await loadSettings()} />, root);
