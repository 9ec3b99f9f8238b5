import { Button, CloseButton, TextInput } from '@mantine/core';
import { CheckCheck, ClipboardList, HardHat, Search } from 'lucide-react';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '@/components/empty';
import { Loading } from '@/components/loading';
import { Notice } from '@/components/notice';
import { useAppWords } from '../i18n';
import { JobCard } from '../parts/job-card';
import { Page } from '../parts/page';
import { SignInAgain } from '../parts/sign-in-again';
import { useStatus, useWork } from '../phone/phone';
import type { Job } from '../work/job';
import { matching, SECTIONS, sections, type Section } from '../work/sections';
import css from './list-page.module.css';

const icons = { open: ClipboardList, mine: HardHat, ended: CheckCheck };
const FEW = 7;
const AT_ONCE = 40;

export function ListPage() {
  const { list: t, sync } = useAppWords();
  const { jobs, me, complete } = useWork();
  const { reception, signInNeeded } = useStatus();
  const [parameters] = useSearchParams();
  const all = sections([...jobs.values()], me);
  const wanted = parameters.get('show') as Section;
  const section = SECTIONS.includes(wanted) ? wanted : all.mine.length > 0 ? 'mine' : 'open';
  const searched = section === 'open' ? [...all.open, ...all.colleagues] : all[section];
  return (
    <>
      <Page key={section} title={t.titles[section]}>
        {complete ? (
          <Jobs key={section} section={section} jobs={searched} />
        ) : signInNeeded ? (
          <SignInAgain />
        ) : (
          <>
            {reception === 'offline' && (
              <Notice tone="waiting" role="status">
                {t.loadingOffline}
              </Notice>
            )}
            {reception === 'failing' && (
              <Notice tone="waiting" role="status" title={sync.failing}>
                <p>{t.loadingFailing}</p>
              </Notice>
            )}
            <Loading rows={4} height={104} />
          </>
        )}
      </Page>
      <nav className={css.tabs} aria-label={t.title}>
        {SECTIONS.map((each) => {
          const Icon = icons[each];
          const count = all[each].length;
          return (
            <Link key={each} to={`/?show=${each}`} replace aria-current={each === section ? 'page' : undefined}>
              <Icon size={24} aria-hidden />
              <span>
                {t.sections[each]}
                {each !== 'ended' && count > 0 && (
                  <>
                    <span aria-hidden className={css.count}>
                      {count}
                    </span>
                    <span className="visually-hidden">, {t.count(count)}</span>
                  </>
                )}
              </span>
            </Link>
          );
        })}
      </nav>
    </>
  );
}

function Jobs({ section, jobs }: { section: Section; jobs: Job[] }) {
  const { list: t } = useAppWords();
  const { me, waits } = useWork();
  const [words, setWords] = useState('');
  const [most, setMost] = useState(AT_ONCE);
  if (jobs.length === 0) return <Nothing section={section} />;
  const found = matching(jobs, words);
  const shown = found.slice(0, most);
  const withColleagues = (job: Job) => section === 'open' && job.technicianId !== undefined && job.technicianId !== me;
  const cards = (each: Job[]) => (
    <ul className={css.list}>
      {each.map((job) => (
        <JobCard key={job.jobId} job={job} waits={waits(job.jobId)} />
      ))}
    </ul>
  );
  const colleagues = shown.filter(withColleagues);
  const first = shown.filter((job) => !withColleagues(job));
  return (
    <>
      {jobs.length > FEW && (
        <TextInput
          type="search"
          aria-label={t.search}
          placeholder={t.search}
          leftSection={<Search size={20} aria-hidden />}
          rightSection={words && <CloseButton size="lg" aria-label={t.clear} onClick={() => setWords('')} />}
          value={words}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
      )}
      {found.length === 0 && <p role="status">{t.noMatch}</p>}
      {first.length > 0 ? cards(first) : words === '' && <Nothing section={section} />}
      {colleagues.length > 0 && (
        <section className={css.list} aria-label={t.colleagues}>
          <p className={css.heading}>{t.colleagues}</p>
          {cards(colleagues)}
        </section>
      )}
      {found.length > most && (
        <Button variant="default" fullWidth onClick={() => setMost(most + AT_ONCE)}>
          {t.more}
        </Button>
      )}
    </>
  );
}

function Nothing({ section }: { section: Section }) {
  const { list: t } = useAppWords();
  const words = {
    open: [t.emptyOpenTitle, t.emptyOpenText],
    mine: [t.emptyMineTitle, t.emptyMineText],
    ended: [t.emptyEndedTitle, t.emptyEndedText],
  }[section] as [string, string];
  return (
    <Empty
      icon={icons[section]}
      title={words[0]}
      text={words[1]}
      actions={
        section === 'mine' && (
          <Button component={Link} to="/?show=open" replace>
            {t.emptyMineLink}
          </Button>
        )
      }
    />
  );
}
