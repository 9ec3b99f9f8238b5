/** Storage of the browser that may be forbidden; then nothing is remembered. */
function guarded(pick: () => Storage) {
  return {
    get(key: string) {
      try {
        return pick().getItem(key) ?? undefined;
      } catch {
        return undefined;
      }
    },
    set(key: string, value: string) {
      try {
        pick().setItem(key, value);
      } catch {
        // Not remembered.
      }
    },
    remove(key: string) {
      try {
        pick().removeItem(key);
      } catch {
        // Was not remembered.
      }
    },
  };
}

export const forever = guarded(() => localStorage);
export const thisTab = guarded(() => sessionStorage);
