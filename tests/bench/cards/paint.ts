/** Photos as a city's site has them, painted: what counts is their shape and how light they are. */
export type PhotoKind = 'bright' | 'dark' | 'portrait' | 'dark-portrait' | 'white' | 'small';

const sizes: Record<PhotoKind, [width: number, height: number]> = {
  bright: [1600, 1067],
  dark: [1600, 900],
  portrait: [1080, 1620],
  'dark-portrait': [1080, 1620],
  white: [1200, 800],
  small: [640, 360],
};

function contextOf(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no 2d canvas');
  return context;
}

/** Numbers that look random and are the same at every run. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/** A street with people under a sky. */
export function paintPhoto(kind: PhotoKind): HTMLCanvasElement {
  const [width, height] = sizes[kind];
  const context = contextOf(width, height);
  const roll = dice(kind.length * 7919);
  const night = kind.startsWith('dark');
  const sky = context.createLinearGradient(0, 0, 0, height * 0.7);
  sky.addColorStop(0, kind === 'white' ? '#fff' : night ? '#0d1430' : '#7fb4e6');
  sky.addColorStop(1, kind === 'white' ? '#fff' : night ? '#3a3553' : '#f4f7fa');
  context.fillStyle = sky;
  context.fillRect(0, 0, width, height);
  if (kind === 'white') return context.canvas;
  for (let house = 0; house < 14; house += 1) {
    const [w, h] = [width * (0.06 + roll() * 0.1), height * (0.15 + roll() * 0.3)];
    const tone = night ? 18 + roll() * 30 : 130 + roll() * 90;
    context.fillStyle = `rgb(${tone} ${tone * 0.94} ${tone * 0.86})`;
    context.fillRect(roll() * width, height * 0.68 - h, w, h);
  }
  context.fillStyle = night ? '#1c1d22' : '#b9b4a8';
  context.fillRect(0, height * 0.66, width, height * 0.34);
  for (let person = 0; person < 22; person += 1) {
    const [x, size] = [roll() * width, height * (0.05 + roll() * 0.05)];
    const y = height * (0.6 + roll() * 0.25);
    context.fillStyle = `hsl(${roll() * 360} ${night ? 25 : 55}% ${night ? 22 : 48}%)`;
    context.fillRect(x, y, size * 0.8, size * 1.7);
    context.fillStyle = night ? '#5b4334' : '#8d6248';
    context.beginPath();
    context.arc(x + size * 0.4, y - size * 0.3, size * 0.32, 0, 7);
    context.fill();
  }
  return context.canvas;
}

/** A shield, as a city's crest is. */
export function paintCrest(): HTMLCanvasElement {
  const context = contextOf(240, 300);
  const shield = (inset: number) => {
    context.beginPath();
    context.moveTo(20 + inset, 20 + inset);
    context.lineTo(220 - inset, 20 + inset);
    context.lineTo(220 - inset, 170);
    context.quadraticCurveTo(210 - inset, 255 - inset, 120, 290 - inset);
    context.quadraticCurveTo(30 + inset, 255 - inset, 20 + inset, 170);
    context.closePath();
    context.fill();
  };
  context.fillStyle = '#f3c53a';
  shield(0);
  context.fillStyle = '#1f7a4d';
  shield(14);
  context.fillStyle = '#ffffff';
  context.beginPath();
  context.moveTo(50, 190);
  context.lineTo(120, 70);
  context.lineTo(190, 190);
  context.fill();
  return context.canvas;
}
