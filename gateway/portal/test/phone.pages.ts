import { lookAtEveryPage } from './looks';

lookAtEveryPage({ width: 390, scheme: 'dark', language: 'de' }, 1);
if (process.env.ALL_LOOKS) lookAtEveryPage({ width: 390, scheme: 'light', language: 'en' }, 0);
