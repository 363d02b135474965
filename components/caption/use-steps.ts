import { useState } from 'preact/hooks';

/** How many steps back a text box keeps. */
const stepsKept = 100;

/** What stood in each text box before, newest last. */
export function useSteps<Content>(id: string) {
  const [steps, setSteps] = useState<Record<string, Content[]>>({});
  return {
    last: steps[id]?.at(-1),
    add: (content: Content): void =>
      setSteps((now) => ({ ...now, [id]: [...(now[id] ?? []), content].slice(-stepsKept) })),
    drop: (): void => setSteps((now) => ({ ...now, [id]: (now[id] ?? []).slice(0, -1) })),
  };
}
