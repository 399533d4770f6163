import { expect, it } from 'vitest';
import type { Report } from '../../../src/model/report.ts';
import { quote } from '../../../src/model/span.ts';
import { alignCopy } from '../../../src/stages/reconcile/origins/compare-profiles.ts';
import { profileReport } from '../../../src/stages/reconcile/origins/profile-report.ts';

const toReport = (id: string, text: string): Report => ({ id, text, foundAt: id, notes: [] });

it('says sentence by sentence what a copy renders, cuts and adds', () => {
  const first = toReport(
    'a',
    'Marania closed the harbour of Velsk on Monday. The minister Ana Torv spoke of 40 ships.',
  );
  const copy = toReport(
    'b',
    'On Monday, Marania shut the harbour of Velsk. Readers may write to our office at any time.',
  );
  const { aligned, cut, added } = alignCopy(profileReport(first), profileReport(copy));
  expect(aligned).toHaveLength(1);
  expect(quote(copy.text, aligned[0].copy)).toContain('shut the harbour');
  expect(cut.map((span) => quote(first.text, span)).join()).toContain('40 ships');
  expect(added.map((span) => quote(copy.text, span)).join()).toContain('Readers');
});
