import '../../components/ui/tokens.css';
import '../../components/ui/ui.css';
import '../../components/ui/sheet.css';
import { render } from 'preact';
import { textsFor } from '../../utils/browser/i18n.ts';
import { defaultSettings } from '../../utils/browser/settings.ts';
import { Erased } from './Erased.tsx';

// The language that was set is gone with all else.
const root = document.getElementById('app');
if (root) render(<Erased texts={textsFor(defaultSettings.language)} />, root);
