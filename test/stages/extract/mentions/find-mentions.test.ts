import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { dataFolder } from '../../../../src/playbook/data-folder.ts';
import { marker, actors, read } from './read.ts';
import { findMentions } from '../../../../src/stages/extract/mentions/find-mentions.ts';
import { mark } from '../../../../src/stages/mark/mark.ts';

describe('states', () => {
  it('takes capitals, governments and teams for the state behind them', () => {
    const text = 'Tokyo protested. The Macron government agreed with Berlin. The Kremlin said no.';
    const { find } = read(text);
    expect(find('Tokyo')?.party).toMatchObject({ actorId: 'jpn', naming: 'metonym' });
    expect(find('The Macron government')?.party).toMatchObject({ actorId: 'fra', sideId: 'fra' });
    expect(find('Berlin')?.party.actorId).toBe('deu');
    expect(find('The Kremlin')?.party).toMatchObject({ actorId: 'rus.kremlin', sideId: 'rus' });
  });

  it('does not take a place where something happens for a party', () => {
    const { find } = read('The ministers met in Vienna on Monday. They flew to Geneva later.');
    expect(find('Vienna')).toBeUndefined();
    expect(find('Geneva')).toBeUndefined();
  });

  it('reads "the North" only where its state is spoken of', () => {
    expect(
      read('South Korea warned North Korea. The North did not answer.').find('The North')?.party.actorId,
    ).toBe('prk');
    expect(read('Lincoln led the North against the South.').find('the North')).toBeUndefined();
  });

  it('gives a later "the government" to the government last named', () => {
    const { find } = read(
      'The Iranian government refused. Later the new government in the capital said more.',
    );
    expect(find('The Iranian government')?.party.actorId).toBe('irn');
  });

  it("gives a body of one state's name to the other state that is said to have it", () => {
    const owned = read("South Korea's National Security Council met.").find(
      "South Korea's National Security Council",
    );
    expect(owned?.party).toMatchObject({ sideId: 'kor' });
    expect(owned?.party.actorId).toBeUndefined();
    const { find } = read('The National Security Council of Turkey met.');
    expect(find('The National Security Council of Turkey')?.party.sideId).toBe('tur');
    const own = read('The National Security Council met.').find('The National Security Council');
    expect(own?.party).toMatchObject({ actorId: 'usa.nsc', sideId: 'usa' });
  });

  it('keeps a known name inside a longer unknown one apart', () => {
    expect(read('She moved to South Australia.').ids('South Australia')).not.toContain('aus');
  });
});

describe('persons', () => {
  it('takes spellings, orders and middle initials of a name as one person', () => {
    const { ids } = read('Kim Jong-un spoke. Joe R. Biden listened. Kim Jong Un left. Mr. Kim smiled.');
    expect(ids('Kim Jong-un')).toEqual(['kim-jong-un']);
    expect(ids('Kim Jong Un')).toEqual(['kim-jong-un']);
    expect(ids('Mr. Kim')).toEqual(['kim-jong-un']);
    expect(ids('Joe R. Biden')).toEqual(['joe-biden']);
  });

  it('gives the office held on the day, at the time spoken of, or none for "former"', () => {
    const { find } = read(
      'Then-President Donald Trump tweeted. Former President Barack Obama wrote. Antony Blinken flew.',
    );
    expect(find('Then-President Donald Trump')?.party.officeId).toBe('usa.president');
    expect(find('Former President Barack Obama')?.party.officeId).toBeUndefined();
    expect(find('Antony Blinken')?.party.officeId).toBe('usa.secretary-of-state');
    expect(read('Antony Blinken flew.', '2014-05-01').find('Antony Blinken')?.party.officeId).toBeUndefined();
  });

  it('meets a new person by apposition and knows the short form after it', () => {
    const { find, ids } = read(
      '"It may work," said Petra Lindqvist, a Korea expert at Uppsala University. Lindqvist was doubtful.',
    );
    expect(find('Petra Lindqvist, a Korea expert at Uppsala University')?.party).toMatchObject({
      actorId: 'new:petra-lindqvist', naming: 'apposition',
    }); // prettier-ignore
    expect(ids('Lindqvist')).toEqual(['new:petra-lindqvist']);
  });

  it('does not make an expert on a country one of its people', () => {
    const { find } = read('Petra Lindqvist, a North Korean expert at Uppsala University, agreed.');
    expect(
      find('Petra Lindqvist, a North Korean expert at Uppsala University')?.party.sideId,
    ).toBeUndefined();
  });

  it('names nobody where two bear the name, and says so', () => {
    const { find } = read('Paula Ortiz spoke first. Maria Ortiz spoke next. Ortiz then left the room.');
    expect(find('Ortiz')?.party.actorId).toBeUndefined();
    expect(find('Ortiz')?.notes?.[0]?.code).toBe('actor.ambiguous');
  });

  it('takes "I" in a quotation for its speaker', () => {
    const { ids } = read('"I will not sign it," said Emmanuel Macron.');
    expect(ids('I')).toEqual(['emmanuel-macron']);
  });
});

describe('titles', () => {
  it('names the holder of an office on the day, as implied', () => {
    const title = 'The Japanese foreign minister';
    expect(read(`${title} objected.`, '2021-03-26').find(title)?.party).toMatchObject({
      actorId: 'toshimitsu-motegi',
      implied: true,
    });
    expect(read(`${title} objected.`, '2018-03-26').find(title)?.party).toMatchObject({
      actorId: 'taro-kono',
      implied: true,
    });
  });

  it('takes "the secretary" for the one met before', () => {
    const { find } = read(
      'Secretary of State John Kerry landed in Havana. The secretary praised the hosts.',
      '2015-08-14',
    );
    expect(find('The secretary')?.party.actorId).toBe('john-kerry');
  });

  it('names the persons behind a plural title, each as implied', () => {
    const { ids } = read('The French and German foreign ministers arrived on Thursday.', '2021-03-18');
    const known = ids('The French and German foreign ministers').filter((id) => id !== undefined);
    expect(known).toEqual(['jean-yves-le-drian', 'heiko-maas']);
  });

  it('names the counterparts of a holder by his duty', () => {
    const { mentions } = read(
      'Lavrov met his Chinese counterpart in Moscow. Sergei Lavrov was brief.',
      '2019-05-13',
    );
    expect(mentions.map(({ party }) => party.actorId)).toContain('wang-yi');
  });
});

describe('groups', () => {
  it('counts and sides anonymous and collective sources', () => {
    const text =
      'Two French officials familiar with the talks spoke. Former officials agreed. Top Russian diplomats left.';
    const { find } = read(text);
    expect(find('Two French officials familiar with the talks')?.party).toMatchObject({
      sideId: 'fra',
      count: 2,
      naming: 'anonymous',
    });
    expect(find('Former officials')?.party.naming).toBe('collective');
    expect(find('Top Russian diplomats')?.party).toMatchObject({ sideId: 'rus', naming: 'collective' });
  });

  it('knows organs of a state', () => {
    expect(read("Chile's defense ministry denied it.").find("Chile's defense ministry")?.party.sideId).toBe(
      'chl',
    );
    expect(read('The Pentagon denied it.').find('The Pentagon')?.party).toMatchObject({
      actorId: 'usa.department-of-defense',
      sideId: 'usa',
    });
  });
});

const file = readFileSync(join(dataFolder(), 'actors', 'countries.yml'), 'utf8');
const { countries } = z
  .object({ countries: z.array(z.object({ id: z.string(), miss: z.array(z.string()).default([]) })) })
  .parse(parse(file));

describe('data/actors/countries.yml', () => {
  for (const { id, miss } of countries) {
    for (const sentence of miss) {
      it(`does not read "${sentence}" as ${id}`, () => {
        expect(read(sentence).mentions.map(({ party }) => party.sideId)).not.toContain(id);
      });
    }
  }
});

describe('long input', () => {
  it('reads a sentence of 10,000 words', () => {
    const text = `${'the officials and Kim and Biden, '.repeat(1700)}left.`;
    const marks = mark(text, marker);
    const report = { id: 'r', text, foundAt: 'test', notes: [] };
    expect(findMentions({ report, marks }, actors).length).toBeGreaterThan(1000);
  });
});

describe('hyphenated given names that no list has', () => {
  it('are read to their end', () => {
    const text =
      'Lawmaker Kim Chul-soo said so. Professor Lee Sung-min of Seoul agreed. Park Won-gon, a professor, said so too.';
    const { find } = read(text);
    expect(find('Lawmaker Kim Chul-soo')?.party.actorId).toBe('new:kim-chul-soo');
    expect(find('Professor Lee Sung-min')?.party.actorId).toBe('new:lee-sung-min');
    expect(find('Park Won-gon, a professor')?.party.actorId).toBe('new:park-won-gon');
  });

  it('are told from words made of a name and a small word', () => {
    const { mentions } = read('It was a Harold Bingle-era deal. Harold Bingle-led talks met in May.');
    const ids = mentions.flatMap(({ party }) => party.actorId ?? []);
    expect(ids.filter((id) => /-(?:era|led)$/u.test(id))).toEqual([]);
  });
});
