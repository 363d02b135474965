import { useEffect, useState } from 'preact/hooks';

/**
 * What this page made of each draft, until the stored draft leads: what another window made of it shows here too.
 * @param leads whether the stored draft of this id holds this page's newest input
 */
export function useUntilStored<Value>(id: string, leads: boolean) {
  const [local, setLocal] = useState<Record<string, Value>>({});
  const here = local[id];
  useEffect(() => {
    if (!leads || here === undefined) return;
    setLocal((now) => {
      // It may have been changed between the render and this.
      if (now[id] !== here) return now;
      const { [id]: _, ...rest } = now;
      return rest;
    });
  }, [leads, here, id]);
  return {
    here,
    set: (value: Value): void => setLocal((now) => ({ ...now, [id]: value })),
  };
}
