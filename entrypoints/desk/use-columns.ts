import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** As the stylesheet has it: one column at a time. */
const narrow = '(max-width: 720px)';

/** Which of the desk's columns the keyboard is in, and which one a narrow page shows. */
export function useColumns(setChosen: (id: string | null) => void) {
  const detail = useRef<HTMLElement>(null);
  const [entered, setEntered] = useState(0);
  const [returned, setReturned] = useState(0);
  useLayoutEffect(() => {
    if (entered > 0) detail.current?.focus();
  }, [entered]);
  return {
    detail,
    /** Counts up each time that the keyboard comes back to the list. */
    returned,
    /** Opens an entry; `enter`: the keyboard goes with it, as it has to where the list is gone. */
    choose: (id: string, enter: boolean) => {
      setChosen(id);
      if (enter || matchMedia(narrow).matches) setEntered((times) => times + 1);
    },
    back: () => {
      // Where both stand side by side, what is open stays open.
      if (matchMedia(narrow).matches) setChosen(null);
      setReturned((times) => times + 1);
    },
  };
}
