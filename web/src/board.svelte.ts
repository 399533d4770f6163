import type { Overview } from '../../src/workflows/overview.ts';
import type { Glance } from '../../src/workflows/glance.ts';
import type { WhyNode } from '../../src/workflows/why.ts';
import { nameOfNew, UNIDENTIFIED } from '../../src/stages/brief/words.ts';
import { api, bodyOf, withToken } from './client.ts';
import { toDay, toNumber } from './days.ts';

const LAST_VISIT = 'demarche.last-visit';

export interface Period {
  readonly from: string;
  readonly until: string;
}

/** What the whole page shares: the question, its answer, the open drawer. */
class Board {
  overview = $state<Overview>();
  situation = $state.raw<Glance>();
  validAt = $state('');
  knownAt = $state('');
  version = $state(0);
  why = $state.raw<WhyNode>();
  trouble = $state('');
  isPlaying = $state(false);
  /** Chosen on the page; empty while it follows the machine's. */
  theme = $state<'' | 'light' | 'dark'>('');
  /** Instant at which the page was last left; empty on the first visit. */
  readonly lastVisit = localStorage.getItem(LAST_VISIT) ?? '';
  /** Days chosen on the timeline; every view shows these alone. */
  period = $state.raw<Period>();
  private asked = 0;

  async start(): Promise<void> {
    addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') localStorage.setItem(LAST_VISIT, new Date().toISOString());
    });
    await this.loadOverview();
    this.validAt = this.overview?.newest ?? this.overview?.lastDay ?? '';
    this.knownAt = this.validAt;
    await this.ask();
    this.listen();
  }

  async loadOverview(): Promise<void> {
    await this.trying(async () => {
      this.overview = await bodyOf(api.api.overview.$get());
      this.version = this.overview.version;
    });
  }

  /** The newest question wins: an answer that comes late is thrown away. */
  async ask(): Promise<void> {
    const turn = ++this.asked;
    await this.trying(async () => {
      const query = { validAt: this.validAt, knownAt: this.knownAt };
      const situation = await bodyOf(api.api.situation.glance.$get({ query }));
      if (turn === this.asked) this.situation = situation;
    });
  }

  async explain(id: string): Promise<void> {
    await this.trying(async () => {
      const query = { validAt: this.validAt, knownAt: this.knownAt };
      const why: unknown = await bodyOf(api.api.why[':id'].$get({ param: { id }, query }));
      // The client's JSON type does not reach into a type that holds itself.
      this.why = why as WhyNode;
    });
  }

  async move(validAt: string, knownAt: string): Promise<void> {
    this.validAt = validAt;
    this.knownAt = knownAt;
    await this.ask();
  }

  async play(): Promise<void> {
    this.isPlaying = !this.isPlaying;
    const last = this.overview?.newest ?? this.validAt;
    while (this.isPlaying && this.validAt < last) {
      const next = toDay(toNumber(this.validAt) + 1);
      await this.move(next, next > this.knownAt ? next : this.knownAt);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    this.isPlaying = false;
  }

  /** Shows what went wrong with an answer, unless its question was taken back. */
  async telling<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer;
    } catch (error) {
      if (error instanceof Error && error.name !== 'AbortError') this.trouble = error.message;
      throw error;
    }
  }

  actor = (id: string): string => this.overview?.names.actors[id] ?? nameOfNew(id);
  /** The chosen period as a question; nothing where none is chosen. */
  periodQuery = (): { from?: string; until?: string } =>
    this.period ? { from: this.period.from, until: this.period.until } : {};
  /** Is a day, or an interval of days, in the chosen period? */
  isChosen = (when: { readonly from?: string; readonly until?: string } | undefined): boolean =>
    !this.period ||
    (when?.from !== undefined &&
      `${when.until ?? when.from}~` >= this.period.from &&
      when.from <= `${this.period.until}~`);
  entry = (id: string): string => this.overview?.names.entries[id] ?? id.replace(/[-.]/gu, ' ');
  actors = (ids: readonly string[]): string => ids.map(this.actor).join(', ') || UNIDENTIFIED;

  private listen(): void {
    const events = new EventSource(withToken('api/events'));
    events.addEventListener('ledger', (event: MessageEvent<string>) => {
      const { version } = JSON.parse(event.data) as { version: number };
      if (version !== this.version) void this.loadOverview().then(() => this.ask());
    });
  }

  private async trying(work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.trouble = '';
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
  }
}

export const board = new Board();
