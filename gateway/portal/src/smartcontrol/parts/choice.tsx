import css from './choice.module.css';

interface Props<T extends string> {
  name: string;
  legend: string;
  options: { value: T; text: string; tone?: 'good' | 'bad' }[];
  value: T | undefined;
  error?: string;
  /** Name and answers in one line. */
  inline?: boolean;
  onChange: (value: T) => void;
}

/** One of a few, as buttons that a glove can hit. */
export function Choice<T extends string>({ name, legend, options, value, error, inline, onChange }: Props<T>) {
  return (
    <div
      role="radiogroup"
      aria-labelledby={`${name}-legend`}
      aria-describedby={error ? `${name}-error` : undefined}
      aria-invalid={error ? true : undefined}
      className={inline ? `${css.choice} ${css.inline}` : css.choice}
    >
      <span id={`${name}-legend`} className={css.legend}>
        {legend}
      </span>
      <div className={css.options}>
        {options.map((each) => (
          <label key={each.value} className={`${css.option} ${each.tone ? css[each.tone] : ''}`}>
            <input
              type="radio"
              name={name}
              value={each.value}
              checked={each.value === value}
              onChange={() => onChange(each.value)}
            />
            <span>{each.text}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} className={css.error}>
          {error}
        </p>
      )}
    </div>
  );
}
