import { Button, Checkbox, Loader, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FileText, PenLine } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { isProblem } from '@/api/problem';
import type { Language, NdaDocument, Partner } from '@/api/model';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { checks, focusFirst, formCss, showAtFields } from '@/components/form';
import { Notice } from '@/components/notice';
import { ProblemNotice } from '@/components/problem-notice';
import { useSpeech } from '@/i18n';
import { fullName } from '@/lib/names';
import { useOwnAccount } from '@/session/get-own-account';
import { ndaQuery } from './api/get-nda';
import { signNda } from './api/sign-nda';
import { NdaText } from './nda-text';
import css from './onboarding.module.css';
import { StepHeading } from './step-heading';
import { useStep, type StepProps } from './use-step';

/** Open the document, fill in the company, review, sign. */
export function NdaStep({ partner, ...props }: StepProps & { partner?: Partner }) {
  const { t, language: spoken } = useSpeech();
  const { nda } = t;
  const queries = useQueryClient();
  const account = useOwnAccount().data;
  const [language, setLanguage] = useState<Language>(spoken);
  const [opened, setOpened] = useState(false);
  const [reviewing, setReviewing] = useState(false);
  const [changed, setChanged] = useState(false);
  const document = useQuery({ ...ndaQuery(language), enabled: opened });
  const check = checks(t);
  const signed = partner?.nda;
  const form = useForm({
    mode: 'controlled',
    initialValues: {
      companyName: signed?.companyName ?? '',
      street: signed?.street ?? '',
      zipCity: signed?.zipCity ?? '',
      representative: signed?.representative ?? (account?.lastName ? fullName(account) : ''),
    },
    validate: {
      companyName: check.text(200),
      street: check.text(200),
      zipCity: check.text(200),
      representative: check.text(200),
    },
  });
  const step = useStep(signNda, props, (error) => {
    if (isProblem(error, 'nda-changed')) {
      setChanged(true);
      setReviewing(false);
      void queries.resetQueries({ queryKey: ['nda'] });
    } else if (showAtFields(form, error, t)) {
      setReviewing(false);
    }
  });

  return (
    <Card className={css.step}>
      <StepHeading title={nda.title} text={nda.text} />
      {changed && (
        <Notice tone="waiting" role="alert">
          <p>{nda.changed}</p>
        </Notice>
      )}
      {!opened && (
        <div>
          <Button leftSection={<FileText size={18} aria-hidden />} onClick={() => setOpened(true)}>
            {nda.open}
          </Button>
        </div>
      )}
      {opened && document.isFetching && !document.data && (
        <div className={css.loading} role="status">
          <Loader size="sm" aria-hidden />
          {nda.opening}
        </div>
      )}
      {opened && document.error && !document.isFetching && (
        <Notice
          tone="bad"
          role="alert"
          title={nda.failedTitle}
          actions={
            <Button size="sm" variant="default" onClick={() => void document.refetch()}>
              {nda.openAgain}
            </Button>
          }
        >
          <p>{nda.failedHint}</p>
        </Notice>
      )}
      {document.data && (
        <>
          <NdaText
            document={document.data}
            languages={
              <NativeSelect
                size="sm"
                aria-label={nda.documentLanguage}
                value={language}
                data={[
                  { value: 'en', label: 'English' },
                  { value: 'de', label: 'Deutsch' },
                ]}
                onChange={(event) => setLanguage(event.currentTarget.value as Language)}
              />
            }
          />
          {reviewing ? (
            <Review
              document={document.data}
              company={form.values}
              busy={step.isPending}
              error={step.error}
              onBack={() => setReviewing(false)}
              onSign={() =>
                step.mutate({
                  version: document.data.version,
                  language: document.data.language,
                  documentHash: document.data.documentHash,
                  companyName: form.values.companyName.trim(),
                  street: form.values.street.trim(),
                  zipCity: form.values.zipCity.trim(),
                  representative: form.values.representative.trim(),
                  agreed: true,
                })
              }
            />
          ) : (
            <form
              className={formCss.form}
              noValidate
              onSubmit={form.onSubmit(() => setReviewing(true), focusFirst(form))}
            >
              <h3>{nda.companyTitle}</h3>
              <TextInput
                label={nda.companyName}
                autoComplete="organization"
                required
                withAsterisk={false}
                {...form.getInputProps('companyName')}
                data-path="companyName"
              />
              <TextInput
                label={nda.street}
                autoComplete="street-address"
                required
                withAsterisk={false}
                {...form.getInputProps('street')}
                data-path="street"
              />
              <TextInput
                label={nda.zipCity}
                required
                withAsterisk={false}
                {...form.getInputProps('zipCity')}
                data-path="zipCity"
              />
              <TextInput
                label={nda.representative}
                description={nda.representativeHint}
                autoComplete="name"
                required
                withAsterisk={false}
                {...form.getInputProps('representative')}
                data-path="representative"
              />
              {step.error && !isProblem(step.error, 'nda-changed') && <ProblemNotice error={step.error} />}
              <div className={formCss.actions}>
                <Button type="submit">{nda.review}</Button>
              </div>
            </form>
          )}
        </>
      )}
    </Card>
  );
}

interface ReviewProps {
  document: NdaDocument;
  company: { companyName: string; street: string; zipCity: string; representative: string };
  busy: boolean;
  error: unknown;
  onBack: () => void;
  onSign: () => void;
}

function Review({ document, company, busy, error, onBack, onSign }: ReviewProps) {
  const { t } = useSpeech();
  const { nda } = t;
  const [agreed, setAgreed] = useState(false);
  const [missing, setMissing] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <div className={css.step}>
      <div className={css.head}>
        <h3 ref={heading} tabIndex={-1}>
          {nda.reviewTitle}
        </h3>
        <p>{nda.reviewText}</p>
      </div>
      <div className={css.parties}>
        <Facts
          facts={[
            { name: nda.companyName, value: company.companyName },
            { name: nda.street, value: company.street },
            { name: nda.zipCity, value: company.zipCity },
            { name: nda.representative, value: company.representative },
            { name: nda.document, value: `${document.title} · ${nda.version(document.version)}` },
            { name: nda.fingerprint, value: <span className={css.hash}>{document.documentHash}</span>, wide: true },
          ]}
        />
      </div>
      <Checkbox
        ref={box}
        checked={agreed}
        onChange={(event) => {
          setAgreed(event.currentTarget.checked);
          setMissing(false);
        }}
        label={nda.agree(company.companyName.trim())}
        error={missing ? nda.agreeRequired : undefined}
        disabled={busy}
      />
      {busy && (
        <p role="status" className="quiet">
          {nda.signing}
        </p>
      )}
      {error !== null && <ProblemNotice error={error} />}
      <div className={formCss.actions}>
        <Button
          loading={busy}
          leftSection={<PenLine size={18} aria-hidden />}
          onClick={() => {
            if (agreed) onSign();
            else {
              setMissing(true);
              box.current?.focus();
            }
          }}
        >
          {nda.sign}
        </Button>
        <Button variant="default" onClick={onBack} disabled={busy}>
          {t.common.edit}
        </Button>
      </div>
    </div>
  );
}
