import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Briefcase, SearchX } from 'lucide-react';
import { Link, useSearchParams } from 'react-router';
import { Empty } from '@/components/empty';
import { Loading } from '@/components/loading';
import { Page } from '@/components/page';
import { ProblemNotice } from '@/components/problem-notice';
import { useWords } from '@/i18n';
import { useLive } from '@/lib/use-live';
import { JOB_CHANGES, jobsKey, jobsQuery } from './api/get-jobs';
import { changed, filterOf, isFiltered, statuses } from './filter';
import { JobTable } from './job-table';
import css from './jobs.module.css';
import { SearchField } from './search-field';

export default function JobsPage() {
  const t = useWords();
  const words = t.jobs;
  const [parameters, setParameters] = useSearchParams();
  const filter = filterOf(parameters);
  const list = useInfiniteQuery(jobsQuery(filter));
  const live = useLive(JOB_CHANGES, jobsKey);
  const pages = list.data?.pages ?? [];
  const shown = pages.flatMap(({ jobs }) => jobs);
  const fleets = pages[0]?.fleets ?? [];
  const set = (name: 'status' | 'fleet' | 'search', value: string) =>
    setParameters((before) => changed(before, name, value), { replace: true });
  return (
    <Page title={words.title} lead={words.intro} live={live}>
      <div className={css.filters} role="search">
        <SearchField value={filter.search ?? ''} onSearch={(value) => set('search', value)} />
        <NativeSelect
          label={words.status}
          value={filter.status ?? ''}
          onChange={(event) => set('status', event.currentTarget.value.toLowerCase())}
          data={[
            { value: '', label: words.allStatuses },
            ...statuses.map((value) => ({ value, label: words.statuses[value] })),
          ]}
        />
        <NativeSelect
          label={words.fleet}
          value={filter.fleetId ?? ''}
          onChange={(event) => set('fleet', event.currentTarget.value)}
          data={[
            { value: '', label: words.allFleets },
            ...fleets.map(({ fleetId, fleetName }) => ({ value: fleetId, label: fleetName ?? fleetId })),
            ...(filter.fleetId && !fleets.some(({ fleetId }) => fleetId === filter.fleetId)
              ? [{ value: filter.fleetId, label: filter.fleetId }]
              : []),
          ]}
        />
      </div>
      {list.error && <ProblemNotice error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <Loading rows={5} height={64} />}
      {list.data && shown.length > 0 && (
        <div className={list.isPlaceholderData ? css.stale : undefined}>
          <JobTable jobs={shown} />
        </div>
      )}
      {list.data && (
        <p role="status" className={shown.length === 0 ? 'visually-hidden' : css.shown}>
          {words.shown(shown.length)}
          {list.hasNextPage && `, ${words.more}`}
        </p>
      )}
      {list.hasNextPage && (
        <Button
          className={css.more}
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => void list.fetchNextPage()}
        >
          {t.common.loadMore}
        </Button>
      )}
      {list.data &&
        shown.length === 0 &&
        (isFiltered(filter) ? (
          <Empty
            icon={SearchX}
            title={words.noMatchTitle}
            text={words.noMatchText}
            actions={
              <Button variant="default" onClick={() => setParameters({}, { replace: true })}>
                {words.clear}
              </Button>
            }
          />
        ) : (
          <Empty
            icon={Briefcase}
            title={words.emptyTitle}
            text={words.emptyText}
            actions={<Link to="/connections">{words.emptyLink}</Link>}
          />
        ))}
    </Page>
  );
}
