import { ensureServers } from '../../servers/install.ts';
import { Day, Waits, type Weights, weigh } from './figures.ts';
import { Model, official, type Scenario, type Trouble } from './model.ts';
import { type Nginx, prepareNginx } from './nginx.ts';
import { introduce, type Lived, report } from './report.ts';
import { liveThrough } from './sample.ts';
import { dawn, hour, makeSite, type Site } from './site.ts';

const officials = Number(process.env.OFFICIALS ?? 100_000);
/** So many of them are Jubir's own code, asking nginx. */
const sampled = { usual: Number(process.env.SAMPLED ?? 6), trouble: 2 };

const until = dawn + 24 * hour;
const trouble = (how: Trouble['how']): Trouble => ({ how, from: dawn + 10 * hour, to: dawn + 11 * hour });
const scenarios: Record<string, Scenario> = {
  'a usual day': { allOn: false, trouble: null, until },
  'nothing answers from 10 to 11': { allOn: false, trouble: trouble('gone'), until },
  '503, "come back at 11:00", from 10': { allOn: false, trouble: trouble('asks'), until },
  // Only the morning is of interest.
  'every computer on all night, until 8': { allOn: true, trouble: null, until: dawn + 8 * hour },
};

/**
 * 100,000 officials for a day at one city's server. What is simulated is when Jubir asks (its own `schedule.ts` and
 * `limits.ts`, with a clock that is moved) and for what; a few of the officials are Jubir's own refresh, with a store of
 * their own, whose requests reach nginx. Every request of theirs has to be one that the simulation counted, at the same
 * moment with the same status; what all others weigh is what nginx measured of those.
 */
export async function run(): Promise<boolean> {
  await ensureServers(['nginx-light']);
  const zone = process.env.TZ;
  // A refresh goes by the machine's own clock.
  process.env.TZ = 'Asia/Jakarta';
  const site = makeSite();
  const nginx = await prepareNginx(site);
  const stop = () => {
    nginx.close().finally(() => process.exit(130));
  };
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    introduce(officials, sampled, nginx.version);
    const lived = [];
    for (const [name, scenario] of Object.entries(scenarios)) {
      console.log(`  ${name} …`);
      lived.push(await live(name, scenario, site, nginx));
    }
    console.log('');
    return report(lived, officials);
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
    await nginx.close();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  }
}

async function live(name: string, scenario: Scenario, site: Site, nginx: Nginx): Promise<Lived> {
  const model = new Model(site, scenario);
  const sample = scenario.allOn
    ? { odd: 0, count: 0, weights: new Map() }
    : await compare(model, scenario, nginx);
  const day = new Day();
  const waits = scenario.trouble && new Waits(scenario.trouble);
  const end = scenario.trouble?.to ?? 0;
  for (let number = 0; number < officials; number += 1) {
    const wait = waits?.of(day.add);
    model.live(number, wait?.tell ?? day.add);
    const isOn = () =>
      official(number, scenario).habits.sessions.some(([from, to]) => from < end && to > end);
    wait?.done(isOn());
  }
  return { name, scenario, day, waits, ...sample };
}

/** Jubir's own requests beside the simulation's. */
async function compare(
  model: Model,
  scenario: Scenario,
  nginx: Nginx,
): Promise<{ odd: number; count: number; weights: Weights }> {
  const size = scenario.trouble ? sampled.trouble : sampled.usual;
  const numbers = Array.from({ length: size }, (_, index) => Math.floor((index * officials) / size));
  /** How many more of each kind the simulation has. */
  const surplus = new Map<string, number>();
  const note = (more: number) => (number: number, at: number, kind: string, status: number) => {
    const what = `${number} ${at} ${kind} ${status}`;
    surplus.set(what, (surplus.get(what) ?? 0) + more);
  };
  for (const number of numbers) model.live(number, (...request) => note(1)(number, ...request));
  let [count, answered] = [0, 0];
  await liveThrough(numbers, scenario, nginx, (number, ...request) => {
    count += 1;
    if (request[2] > 0) answered += 1;
    note(-1)(number, ...request);
  });
  const served = nginx.served();
  const odd = [...surplus.values()].reduce((sum, each) => sum + Math.abs(each), 0);
  return { odd: odd + Math.abs(served.length - answered), count, weights: weigh(served) };
}
