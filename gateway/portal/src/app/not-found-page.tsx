import { Compass } from 'lucide-react';
import { Link } from 'react-router';
import { Empty } from '@/components/empty';
import { Page } from '@/components/page';
import { useWords } from '@/i18n';

export function NotFoundPage() {
  const { errors } = useWords();
  return (
    <Page title={errors.notFoundTitle}>
      <Empty icon={Compass} title="404" text={errors.notFoundText} actions={<Link to="/">{errors.home}</Link>} />
    </Page>
  );
}
