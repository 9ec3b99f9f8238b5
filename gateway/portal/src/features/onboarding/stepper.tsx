import { Check } from 'lucide-react';
import type { Step } from '@/api/model';
import { useWords } from '@/i18n';
import css from './onboarding.module.css';

const steps = ['REGISTRATION', 'TEAM_DETAILS', 'PERSONAL_DETAILS', 'NDA', 'CONNECTIONS'] as const;

export function Stepper({ current }: { current: Step }) {
  const { onboarding } = useWords();
  const at = steps.indexOf(current);
  return (
    <nav aria-label={onboarding.progress(at + 1, steps.length)}>
      <p className={css.progress} aria-hidden="true">
        {onboarding.progress(at + 1, steps.length)}: <strong>{onboarding.steps[current]}</strong>
      </p>
      <ol className={css.steps}>
        {steps.map((step, index) => (
          <li
            key={step}
            className={index < at ? css.done : index === at ? css.now : undefined}
            aria-current={index === at ? 'step' : undefined}
          >
            <span className={css.dot} aria-hidden="true">
              {index < at ? <Check size={16} strokeWidth={3} /> : index + 1}
            </span>
            <span className={css.name}>
              {onboarding.steps[step]}
              {index < at && <span className="visually-hidden"> ({onboarding.done})</span>}
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
