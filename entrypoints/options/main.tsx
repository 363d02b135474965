import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/ui/sheet.css';
import '../../components/source/source.css';
import { render } from 'preact';
import { loadSettings } from '../../utils/browser/settings.ts';
import { Options } from './Options.tsx';

const root = document.getElementById('app');
if (root) render(<Options stored={await loadSettings()} />, root);
