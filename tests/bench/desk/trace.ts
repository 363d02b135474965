import type { Page } from 'puppeteer-core';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds that the thread worked, whatever it waited for. */
  tdur?: number;
  args: { name?: string };
}

const task = 'ThreadControllerImpl::RunTask';

/**
 * The longest stretch that the page's main thread worked without a pause, in milliseconds of its own: unlike a clock's,
 * they do not grow when neighbours have the processor. Chromium alone tells them. Of several pages it is the one that
 * worked most.
 */
export async function longestWork(page: Page, work: () => Promise<unknown>): Promise<number> {
  await page.tracing.start({ categories: ['toplevel'] });
  await work();
  const trace = await page.tracing.stop();
  const { traceEvents } = JSON.parse(Buffer.from(trace ?? new Uint8Array()).toString()) as {
    traceEvents: TraceEvent[];
  };
  const keyOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(keyOf),
  );
  const times = new Map<string, number[]>();
  for (const event of traceEvents) {
    if (event.name !== task || event.ph !== 'X' || !mains.has(keyOf(event))) continue;
    const known = times.get(keyOf(event)) ?? [];
    known.push((event.tdur ?? 0) / 1000);
    times.set(keyOf(event), known);
  }
  const sum = (all: number[]) => all.reduce((total, each) => total + each, 0);
  const [busiest = []] = [...times.values()].sort((a, b) => sum(b) - sum(a));
  if (sum(busiest) === 0) throw new Error('the trace tells of no work');
  return Math.max(...busiest);
}
