// In the desk of the benchmark, before anything of ours: tells when rows were painted, how long frames took, and how
// long a letter took to be obeyed.
const bench = { firstRows: null, letters: [], frames: [] };
globalThis.bench = bench;

/** Calls back once what stands now was painted: the first task after the frame. */
function painted(then) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => then(performance.now());
    port2.postMessage(null);
  });
}

const watch = new MutationObserver(() => {
  if (!document.querySelector('.entry')) return;
  watch.disconnect();
  painted((at) => {
    bench.firstRows = at;
  });
});
watch.observe(document, { childList: true, subtree: true });

addEventListener('input', ({ timeStamp }) => painted((at) => bench.letters.push(at - timeStamp)), true);

/** Scrolls through the whole list in so many frames; the milliseconds between them go to `frames`. */
bench.scroll = (count) =>
  new Promise((resolve) => {
    const list = document.querySelector('.entries');
    const step = (list.scrollHeight - list.clientHeight) / count;
    bench.frames = [];
    let last = null;
    let at = 0;
    const frame = (now) => {
      if (last !== null) bench.frames.push(now - last);
      last = now;
      if (at > count) return resolve(bench.frames);
      list.scrollTop = step * at;
      at += 1;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
