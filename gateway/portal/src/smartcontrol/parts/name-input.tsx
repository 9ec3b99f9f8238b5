import { Button, TextInput } from '@mantine/core';
import { CircleCheck, ScanLine, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { useAppWords } from '../i18n';
import type { Words } from '../i18n/en';
import { isAcceptable, judge, tidy, type Judgement, type Naming } from '../work/vehicle';
import { canScan } from './barcode';
import css from './name-input.module.css';
import { Scanner } from './scanner';

interface Props {
  naming: Naming;
  typed: string;
  /** What the job says; then its end is enough, to see that it is the right one. */
  known: string | undefined;
  fixed: boolean;
  /** Also complain of what is merely not there yet. */
  strict: boolean;
  onChange: (typed: string) => void;
}

/** Takes the name of a vehicle or unit, typed or scanned, and says at once whether it is the right one. */
export function NameInput({ naming, typed, known, fixed, strict, onChange }: Props) {
  const { input: t } = useAppWords();
  const [scanning, setScanning] = useState(false);
  const judgement = judge(naming, typed, known, fixed);
  const error = complaint(judgement, naming, strict, t);
  const good = isAcceptable(judgement);
  const byTail = known !== undefined;
  const scan = naming === 'vin' ? t.scanVin : t.scanUnit;
  return (
    <div className={css.group}>
      <div className={css.row}>
        <TextInput
          className={css.input}
          name={naming}
          label={byTail ? t.tail[naming] : t[naming]}
          description={byTail ? (naming === 'vin' ? t.tailHint : t.unitTailHint) : t[`${naming}Hint`]}
          value={typed}
          error={error}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
          onChange={({ currentTarget }) => onChange(tidy(currentTarget.value))}
        />
      </div>
      {canScan() && (
        <Button
          variant="default"
          fullWidth
          leftSection={<ScanLine size={22} aria-hidden />}
          onClick={() => setScanning(true)}
        >
          {scan}
        </Button>
      )}
      <div role="status">
        {good && judgement.is === 'right' && (
          <p className={css.good}>
            <CircleCheck size={20} aria-hidden />
            {t.same[naming]}
          </p>
        )}
        {judgement.is === 'replaces' && (
          <p className={css.careful}>
            <TriangleAlert size={20} aria-hidden />
            {t.replaces(known ?? '')}
          </p>
        )}
      </div>
      {scanning && (
        <Scanner
          naming={naming}
          title={scan}
          onClose={() => setScanning(false)}
          onFound={(name) => {
            setScanning(false);
            onChange(name);
          }}
        />
      )}
    </div>
  );
}

function complaint({ is, fault, missing }: Judgement, naming: Naming, strict: boolean, t: Words['input']) {
  if (is === 'other') return t.other[naming];
  if (fault === 'letters') return t.letters;
  if (fault === 'hex') return t.hex;
  if (is === 'faulty' && missing !== undefined) return t.length(missing);
  if (!strict) return undefined;
  if (is === 'empty') return t.required;
  return is === 'incomplete' ? (missing === undefined ? t.tail[naming] : t.length(missing)) : undefined;
}
