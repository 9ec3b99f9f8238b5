import type { ReactNode } from 'react';
import type { NdaDocument } from '@/api/model';
import { useWords } from '@/i18n';
import css from './onboarding.module.css';

export function NdaText({ document, languages }: { document: NdaDocument; languages: ReactNode }) {
  const { nda } = useWords();
  return (
    <div className={css.document}>
      <div className={css.documentHead}>
        <span>{nda.version(document.version)}</span>
        {languages}
      </div>
      {/* Focusable, so that it can be scrolled with the keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={css.text} role="region" aria-label={nda.document} tabIndex={0} lang={document.language}>
        <h3>{document.title}</h3>
        {document.sections.map((section, index) => (
          <section key={index}>
            <h4>{section.heading}</h4>
            {section.paragraphs.map((paragraph, at) => (
              <p key={at}>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
    </div>
  );
}
