import { useEffect, useState } from 'react';

/** The present, renewed every half minute, for words such as "expires in 5 minutes". */
export function useNow() {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
