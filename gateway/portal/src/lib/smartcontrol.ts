/** Where technicians find their app: the one of this build, unless VITE_SMARTCONTROL_URL names another when it is built. */
export const SMARTCONTROL = import.meta.env.VITE_SMARTCONTROL_URL ?? '/smartcontrol/';
