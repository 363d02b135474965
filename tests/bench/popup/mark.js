// In every page of the benchmark: notes when the sixth row has been painted, in epoch milliseconds. With
// "?click" it presses the first row's WhatsApp button as soon as it is there, as the quickest finger would.
const clicking = location.search === '?click';

function look() {
  if (document.querySelectorAll('.release').length < 6) {
    requestAnimationFrame(look);
    return;
  }
  // A frame callback runs before the paint; the task after it runs when that frame is out.
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      globalThis.paintedAt = performance.timeOrigin + performance.now();
    };
    channel.port2.postMessage(0);
  });
}

function press() {
  const button = document.querySelector('.release [data-platform="whatsapp"]');
  if (button) button.click();
  else setTimeout(press, 1);
}

look();
if (clicking) press();
