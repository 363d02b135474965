/**
 * The button's looks. In a shadow root `!important` on `:host` goes before all that the page can write, its own
 * `!important` and the host's `style` included; so it can neither restyle the button nor measure it: the host has one
 * size whatever is in it, and only the buttons can be hit. Nothing moves: some people asked for that, and a page can
 * take hold of an element by its animation. Colours are those of `tokens.css`.
 */
export const boxStyle = `
:host {
  all: initial !important;
  position: fixed !important;
  right: 0 !important;
  bottom: 0 !important;
  z-index: 2147483647 !important;
  width: 26em !important;
  height: 13em !important;
  max-width: 100vw !important;
  contain: strict !important;
  direction: ltr !important;
  pointer-events: none !important;
}
@media print {
  :host { display: none !important; }
}
.box {
  --bg: #ffffff;
  --line: #e1e6e2;
  --ink: #15201c;
  --brand: #0a6652;
  --on-brand: #ffffff;
  --warn-bg: #fff3dd;
  --warn: #7a4300;
  --shadow: 0 2px 10px rgb(21 32 28 / 24%);
  position: absolute;
  right: calc(12px + env(safe-area-inset-right, 0px));
  bottom: calc(12px + env(safe-area-inset-bottom, 0px));
  display: flex;
  flex-direction: column;
  align-items: flex-end;
  width: calc(100% - 24px);
  font: 0.875em / 1.4 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  color: var(--ink);
  user-select: none;
  -webkit-user-select: none;
}
@media (prefers-color-scheme: dark) {
  .box {
    --bg: #121816;
    --line: #2b3531;
    --ink: #e8efeb;
    --brand: #62cdb3;
    --on-brand: #0c201a;
    --warn-bg: #3a2b10;
    --warn: #ffd797;
    --shadow: 0 2px 10px rgb(0 0 0 / 50%);
  }
}
.row {
  display: flex;
  border-radius: 22px;
  box-shadow: var(--shadow);
}
button {
  box-sizing: border-box;
  min-width: 44px;
  min-height: 44px;
  margin: 0;
  padding: 0 14px;
  border: 1px solid var(--line);
  border-radius: 22px;
  background: var(--bg);
  color: var(--ink);
  font: inherit;
  cursor: pointer;
  pointer-events: auto;
}
.share,
.hide {
  border-radius: 22px 0 0 22px;
}
.share {
  display: flex;
  align-items: center;
  gap: 6px;
  border-color: var(--brand);
  background: var(--brand);
  color: var(--on-brand);
  font-weight: 600;
}
.share::after,
.hide::after {
  content: attr(aria-label);
}
.more {
  padding: 0;
  border-left: 0;
  border-radius: 0 22px 22px 0;
}
button:hover {
  text-decoration: underline;
}
button[aria-busy="true"] {
  cursor: progress;
}
button:focus-visible {
  z-index: 1;
  position: relative;
  outline: 2px solid var(--ink);
  outline-offset: 2px;
  box-shadow: 0 0 0 2px var(--bg);
}
.note {
  width: 100%;
  height: 4.6em;
  contain: strict;
}
[hidden] {
  display: none !important;
}
svg {
  width: 20px;
  height: 20px;
  fill: none;
  stroke: currentColor;
  stroke-width: 2.2;
  stroke-linecap: round;
  stroke-linejoin: round;
}
.more svg {
  width: 16px;
  height: 16px;
  vertical-align: middle;
}
`;

/** The note in its place, which has room for two lines; on most screens it is one. */
export const noteStyle = `
span {
  box-sizing: border-box;
  position: absolute;
  right: 0;
  bottom: 8px;
  max-width: 100%;
  padding: 5px 12px;
  border: 1px solid var(--warn);
  border-radius: 8px;
  background: var(--warn-bg);
  color: var(--warn);
}
span::after {
  content: attr(aria-label);
}
`;
