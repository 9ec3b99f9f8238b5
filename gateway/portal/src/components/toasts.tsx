import { BellRing, CircleCheck, X } from 'lucide-react';
import { createContext, use, useCallback, useEffect, useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useWords } from '@/i18n';
import css from './toasts.module.css';

export interface Toast {
  tone: 'good' | 'news';
  title?: string;
  text: string;
  link?: { to: string; text: string };
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined);
const SHOWN_FOR = 7_000;

/** Short messages about what has happened, read out by screen readers. Those with a link stay until they are closed. */
export function Toasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<(Toast & { id: number })[]>([]);
  const notify = useCallback(
    (toast: Toast) => setToasts((before) => [...before.slice(-2), { ...toast, id: Date.now() + Math.random() }]),
    [],
  );
  const close = useCallback((id: number) => setToasts((before) => before.filter((each) => each.id !== id)), []);
  return (
    <ToastContext value={notify}>
      {children}
      <div className={css.region} role="status" aria-live="polite">
        {toasts.map((toast) => (
          <Message key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      </div>
    </ToastContext>
  );
}

export const useNotify = () => use(ToastContext);

function Message({ toast, onClose }: { toast: Toast; onClose: () => void }) {
  const { common } = useWords();
  useEffect(() => {
    if (toast.link) return undefined;
    const timer = setTimeout(onClose, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [toast, onClose]);
  const Icon = toast.tone === 'good' ? CircleCheck : BellRing;
  return (
    <div className={`${css.toast} ${css[toast.tone]}`}>
      <Icon size={20} aria-hidden />
      <div>
        {toast.title && <p className={css.title}>{toast.title}</p>}
        <p>{toast.text}</p>
        {toast.link && (
          <Link to={toast.link.to} onClick={onClose}>
            {toast.link.text}
          </Link>
        )}
      </div>
      <button type="button" className={css.close} onClick={onClose} aria-label={common.close}>
        <X size={18} aria-hidden />
      </button>
    </div>
  );
}
