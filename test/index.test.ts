import { expect, it } from 'vitest';
import * as library from '../src/index.ts';

it('exports these names and no others', () => {
  expect(Object.keys(library).sort()).toEqual([
    'UserError',
    'briefOf',
    'collectFiles',
    'explain',
    'extract',
    'listClaims',
    'listReports',
    'loadActors',
    'loadMarker',
    'loadPlaybook',
    'loadReadingKnowledge',
    'mark',
    'openLedger',
    'openSession',
    'quote',
    'readFile',
    'readReports',
    'reconcile',
    'renderBrief',
    'situate',
    'situationOf',
  ]);
});
