import { Canvas, type Colour, mix } from './canvas.ts';
import { encodePng } from './png.ts';

/** What a release's picture can show. */
export type Scene =
  | 'market'
  | 'bus'
  | 'clinic'
  | 'prize'
  | 'bridge'
  | 'park'
  | 'river'
  | 'school'
  | 'rain'
  | 'night';

const width = 640;
const height = 360;
const horizon = 214;

/** Numbers that look random and are the same at every run, so that a picture keeps its bytes. */
function dice(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const skies: Record<'day' | 'dawn' | 'grey' | 'night', [Colour, Colour]> = {
  day: [
    [86, 156, 214],
    [222, 238, 246],
  ],
  dawn: [
    [112, 134, 190],
    [250, 214, 178],
  ],
  grey: [
    [108, 122, 136],
    [196, 204, 208],
  ],
  night: [
    [18, 26, 58],
    [74, 78, 122],
  ],
};

const walls: Colour[] = [
  [236, 226, 208],
  [214, 196, 176],
  [226, 212, 190],
  [200, 208, 212],
  [222, 190, 160],
];
const cloths: Colour[] = [
  [204, 62, 54],
  [32, 128, 112],
  [226, 152, 40],
  [52, 98, 168],
  [150, 74, 132],
];

function pick<T>(roll: () => number, from: readonly T[]): T {
  const chosen = from[Math.floor(roll() * from.length)] ?? from[0];
  if (chosen === undefined) throw new Error('nothing to pick from');
  return chosen;
}

/** Sky, sun or moon, and the twin peaks that stand behind the town. */
function background(canvas: Canvas, roll: () => number, mood: keyof typeof skies): void {
  const [top, bottom] = skies[mood];
  canvas.gradient(0, horizon + 60, top, bottom);
  const sunX = 80 + roll() * 480;
  if (mood === 'day' || mood === 'dawn') canvas.disc(sunX, 60 + roll() * 50, 22, [255, 246, 214]);
  if (mood === 'night') canvas.disc(sunX, 56, 16, [236, 236, 220]);
  for (let i = 0; i < 4 && mood !== 'night'; i += 1) {
    const [x, y] = [roll() * width, 30 + roll() * 80];
    for (let part = 0; part < 4; part += 1) {
      canvas.disc(x + part * 18, y + roll() * 8, 10 + roll() * 10, mix(bottom, [255, 255, 255], 0.55));
    }
  }
  const ridges: Colour[] = [
    [120, 150, 170],
    [92, 130, 128],
    [74, 112, 84],
  ];
  ridges.forEach((ridge, depth) => {
    const phase = roll() * 6;
    const tone = mood === 'night' ? mix(ridge, [16, 20, 44], 0.75) : mix(ridge, bottom, 0.35 - depth * 0.12);
    canvas.area((x) => {
      const peak = 84 * Math.exp(-(((x - 190 - depth * 110) / 120) ** 2));
      return (
        horizon - 14 + depth * 12 - peak * (1 - depth * 0.3) - 12 * Math.sin(x / (52 - depth * 9) + phase)
      );
    }, tone);
  });
}

/** A row of houses and offices along the horizon. */
function town(canvas: Canvas, roll: () => number, lit: boolean): void {
  for (let x = -10; x < width; ) {
    const [w, h] = [34 + roll() * 46, 34 + roll() * 62];
    const wall = lit ? mix(pick(roll, walls), [20, 24, 50], 0.72) : pick(roll, walls);
    const top = horizon + 26 - h;
    canvas.rect(x, top, w, h, wall);
    if (roll() < 0.55) {
      const roof: Colour = lit ? [60, 40, 50] : [170, 84, 58];
      canvas.triangle([x - 4, top], [x + w + 4, top], [x + w / 2, top - 18], roof);
    }
    const pane: Colour = lit ? [250, 208, 120] : [104, 128, 146];
    for (let row = top + 8; row < horizon + 14; row += 16) {
      for (let column = x + 7; column < x + w - 9; column += 14) {
        if (!lit || roll() < 0.6) canvas.rect(column, row, 7, 9, pane);
      }
    }
    x += w + roll() * 12;
  }
}

function tree(canvas: Canvas, x: number, y: number, size: number, roll: () => number): void {
  canvas.rect(x - size * 0.07, y - size * 0.5, size * 0.14, size * 0.5, [96, 70, 50]);
  for (let i = 0; i < 7; i += 1) {
    const shade = 70 + roll() * 50;
    canvas.disc(x + (roll() - 0.5) * size * 0.7, y - size * (0.55 + roll() * 0.4), size * 0.27, [
      shade * 0.5,
      shade + 40,
      shade * 0.55,
    ]);
  }
}

function person(canvas: Canvas, x: number, y: number, size: number, cloth: Colour): void {
  canvas.rect(x - size * 0.1, y - size * 0.42, size * 0.2, size * 0.42, [58, 60, 78]);
  canvas.rect(x - size * 0.15, y - size * 0.8, size * 0.3, size * 0.42, cloth);
  canvas.disc(x, y - size * 0.9, size * 0.11, [156, 112, 84]);
}

function crowd(canvas: Canvas, roll: () => number, count: number, y: number): void {
  for (let i = 0; i < count; i += 1) {
    person(canvas, 24 + roll() * (width - 48), y + roll() * 40, 48 + roll() * 18, pick(roll, cloths));
  }
}

function ground(canvas: Canvas, near: Colour, far: Colour): void {
  canvas.gradient(horizon + 24, height, far, near);
}

const paint: Record<Scene, (canvas: Canvas, roll: () => number) => void> = {
  market(canvas, roll) {
    ground(canvas, [150, 138, 122], [188, 178, 160]);
    for (let stall = 0; stall < 4; stall += 1) {
      const [x, y] = [14 + stall * 158, 236 + roll() * 10];
      const cloth = pick(roll, cloths);
      canvas.rect(x + 4, y, 5, 76, [92, 74, 58]);
      canvas.rect(x + 128, y, 5, 76, [92, 74, 58]);
      for (let stripe = 0; stripe < 9; stripe += 1) {
        canvas.rect(x - 4 + stripe * 16, y - 12, 16, 26, stripe % 2 === 0 ? cloth : [246, 240, 228]);
      }
      canvas.rect(x, y + 48, 138, 28, [128, 92, 62]);
      for (let fruit = 0; fruit < 22; fruit += 1) {
        canvas.disc(
          x + 8 + roll() * 122,
          y + 42 + roll() * 8,
          5,
          pick(roll, [
            [222, 84, 46],
            [238, 184, 52],
            [110, 160, 64],
          ]),
        );
      }
    }
    crowd(canvas, roll, 9, 306);
  },
  bus(canvas, roll) {
    ground(canvas, [70, 72, 78], [98, 100, 104]);
    for (let dash = 0; dash < 8; dash += 1) canvas.rect(dash * 92 + roll() * 8, 322, 48, 5, [232, 226, 206]);
    const [x, body] = [90 + roll() * 90, pick(roll, cloths)];
    canvas.rect(x, 200, 350, 96, body);
    canvas.rect(x, 262, 350, 10, [244, 240, 230]);
    for (let pane = 0; pane < 6; pane += 1) canvas.rect(x + 14 + pane * 55, 214, 46, 36, [168, 202, 220]);
    for (const wheel of [x + 66, x + 282]) {
      canvas.disc(wheel, 298, 21, [34, 34, 38]);
      canvas.disc(wheel, 298, 9, [176, 178, 182]);
    }
    tree(canvas, 40, 260, 120, roll);
    crowd(canvas, roll, 3, 316);
  },
  clinic(canvas, roll) {
    ground(canvas, [126, 158, 112], [164, 184, 140]);
    canvas.rect(150, 156, 340, 130, [248, 246, 240]);
    canvas.rect(140, 144, 360, 16, [46, 132, 116]);
    for (let pane = 0; pane < 5; pane += 1) canvas.rect(172 + pane * 62, 190, 40, 42, [150, 196, 208]);
    canvas.rect(296, 222, 48, 64, [92, 130, 128]);
    canvas.rect(308, 112, 24, 8, [204, 62, 54]);
    canvas.rect(316, 104, 8, 24, [204, 62, 54]);
    tree(canvas, 84, 300, 130, roll);
    tree(canvas, 566, 300, 140, roll);
    crowd(canvas, roll, 6, 308);
  },
  prize(canvas, roll) {
    ground(canvas, [122, 44, 48], [150, 62, 60]);
    canvas.rect(110, 96, 420, 170, [32, 52, 96]);
    canvas.rect(110, 258, 420, 44, [206, 178, 124]);
    for (let lamp = 0; lamp < 7; lamp += 1) canvas.disc(140 + lamp * 60, 108, 7, [255, 236, 170]);
    canvas.disc(320, 172, 26, [236, 192, 76]);
    canvas.rect(312, 190, 16, 34, [220, 172, 58]);
    canvas.rect(296, 222, 48, 10, [190, 144, 48]);
    for (let guest = 0; guest < 5; guest += 1) person(canvas, 180 + guest * 70, 262, 60, pick(roll, cloths));
    crowd(canvas, roll, 12, 330);
  },
  bridge(canvas, roll) {
    ground(canvas, [70, 126, 140], [132, 176, 180]);
    canvas.rect(0, 220, width, 26, [188, 182, 172]);
    canvas.rect(0, 206, width, 4, [120, 116, 110]);
    for (let post = 0; post < 22; post += 1) canvas.rect(post * 30, 206, 4, 16, [120, 116, 110]);
    for (const pier of [120, 320, 520]) canvas.rect(pier - 15, 244, 30, 86, [164, 158, 148]);
    canvas.rect(430, 90, 8, 132, [232, 170, 46]);
    canvas.rect(330, 90, 150, 8, [232, 170, 46]);
    canvas.rect(346, 98, 3, 62, [60, 60, 60]);
    for (let worker = 0; worker < 4; worker += 1)
      person(canvas, 150 + worker * 62 + roll() * 20, 222, 40, [240, 132, 36]);
  },
  park(canvas, roll) {
    ground(canvas, [96, 152, 78], [148, 186, 112]);
    canvas.triangle([250, height], [420, height], [330, horizon + 30], [212, 200, 176]);
    for (let i = 0; i < 7; i += 1)
      tree(canvas, 40 + i * 92 + roll() * 22, 264 + roll() * 44, 90 + roll() * 50, roll);
    canvas.rect(120, 314, 84, 8, [138, 96, 62]);
    canvas.rect(124, 322, 6, 18, [80, 64, 52]);
    canvas.rect(194, 322, 6, 18, [80, 64, 52]);
    crowd(canvas, roll, 5, 316);
  },
  river(canvas, roll) {
    ground(canvas, [92, 140, 84], [140, 174, 118]);
    canvas.triangle([120, height], [560, height], [330, horizon + 22], [104, 162, 176]);
    for (let i = 0; i < 26; i += 1) {
      const y = 280 + roll() * 76;
      canvas.rect(300 + (roll() - 0.5) * (y - 240) * 1.6, y, 22 + roll() * 24, 2, [196, 224, 226]);
    }
    for (let stone = 0; stone < 9; stone += 1)
      canvas.disc(150 + roll() * 380, 332 + roll() * 24, 9 + roll() * 8, [134, 134, 128]);
    tree(canvas, 70, 300, 140, roll);
    tree(canvas, 590, 296, 120, roll);
  },
  school(canvas, roll) {
    ground(canvas, [176, 156, 128], [204, 190, 162]);
    canvas.rect(80, 172, 480, 112, [250, 238, 206]);
    canvas.triangle([60, 174], [580, 174], [320, 104], [176, 84, 60]);
    for (let panel = 0; panel < 5; panel += 1) canvas.rect(206 + panel * 48, 142, 40, 24, [36, 58, 104]);
    for (let pane = 0; pane < 6; pane += 1) canvas.rect(104 + pane * 78, 202, 46, 44, [146, 188, 206]);
    canvas.rect(40, 120, 4, 190, [190, 190, 194]);
    canvas.rect(44, 122, 44, 15, [206, 48, 46]);
    canvas.rect(44, 137, 44, 15, [250, 250, 248]);
    crowd(canvas, roll, 10, 312);
  },
  rain(canvas, roll) {
    ground(canvas, [82, 90, 98], [124, 132, 138]);
    for (let worker = 0; worker < 7; worker += 1)
      person(canvas, 60 + worker * 84 + roll() * 24, 306 + roll() * 30, 68, [240, 132, 36]);
    for (let drop = 0; drop < 260; drop += 1)
      canvas.rect(roll() * width, roll() * height, 1.5, 12, [206, 216, 222]);
    canvas.rect(0, 340, width, 6, [96, 140, 150]);
  },
  night(canvas, roll) {
    ground(canvas, [26, 30, 52], [44, 46, 74]);
    canvas.rect(130, 140, 380, 150, [96, 82, 84]);
    for (let column = 0; column < 9; column += 1)
      canvas.rect(146 + column * 42, 160, 26, 112, [252, 214, 136]);
    canvas.rect(118, 130, 404, 14, [70, 60, 68]);
    crowd(canvas, roll, 6, 316);
    for (const lamp of [60, 580]) {
      canvas.rect(lamp, 190, 4, 120, [30, 30, 36]);
      canvas.disc(lamp + 2, 188, 9, [255, 232, 168]);
    }
  },
};

const moods: Partial<Record<Scene, keyof typeof skies>> = {
  rain: 'grey',
  night: 'night',
  prize: 'dawn',
  school: 'dawn',
};

/** Draws a scene as PNG bytes; the seed makes two pictures of one scene differ. */
export function drawScene(scene: Scene, seed: number): Buffer {
  const canvas = new Canvas(width, height);
  const roll = dice(seed + 1);
  const mood = moods[scene] ?? 'day';
  background(canvas, roll, mood);
  town(canvas, roll, mood === 'night');
  paint[scene](canvas, roll);
  return encodePng(width, height, canvas.pixels());
}
