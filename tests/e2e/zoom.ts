import type { Page } from 'puppeteer-core';

/** What sticks out of the page sideways, described; empty when nothing has to be scrolled to be reached. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const out: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) out.push(`the page is ${scrollWidth} wide in ${clientWidth}`);
    /** A row of tabs may scroll on its own. */
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      (['auto', 'scroll'].includes(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    for (const control of document.querySelectorAll('button, a, input, select, textarea')) {
      const { left, right, width } = control.getBoundingClientRect();
      if (width === 0 || (left >= -1 && right <= innerWidth + 1)) continue;
      const row = control.closest('[role=tablist]');
      if (row && scrolls(row)) continue;
      const name = control.getAttribute('aria-label') ?? control.textContent;
      out.push(`${name?.slice(0, 40)}: ${Math.round(left)} to ${Math.round(right)} in ${innerWidth}`);
    }
    return out;
  });
}
