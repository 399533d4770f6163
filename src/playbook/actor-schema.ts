import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/u, 'an id is lower-case words joined by - or .');
const word = z.string().min(1);
const words = z.array(word).optional();
const dayPrefix = z.string().regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u, 'a date is 2021, 2021-03 or 2021-03-25');
const sex = z.enum(['female', 'male']);
const examples = { hit: z.array(word).optional(), miss: z.array(word).optional() };

export const countriesSchema = z.strictObject({
  source: word,
  countries: z.array(
    z.strictObject({
      id,
      name: word,
      names: words,
      adjectives: words,
      people: words,
      capital: id.optional(),
      seats: words,
      short: words,
      ...examples,
    }),
  ),
});

export const placesSchema = z.strictObject({
  source: word,
  places: z.array(
    z.strictObject({
      id,
      name: word,
      names: words,
      country: id.optional(),
      kind: z.enum(['capital', 'city', 'region', 'water', 'test-site', 'nuclear-site', 'base', 'venue']),
      at: z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]),
      zone: word,
    }),
  ),
});

export const officesSchema = z.strictObject({
  source: word,
  offices: z.array(
    z.strictObject({
      id,
      duty: id.optional(),
      leads: z.boolean().optional(),
      loose: z.boolean().optional(),
      only: z.array(id).optional(),
      titles: z.array(word).min(1),
      plural: words,
    }),
  ),
});

export const personsSchema = z.strictObject({
  source: word,
  persons: z.array(
    z.strictObject({
      id,
      name: word,
      names: words,
      family: words,
      sex,
      side: id,
      terms: z
        .array(
          z.strictObject({
            office: id,
            side: id.optional(),
            from: dayPrefix.optional(),
            until: dayPrefix.optional(),
          }),
        )
        .optional(),
    }),
  ),
});

export const organisationsSchema = z.strictObject({
  source: word,
  organisations: z.array(
    z.strictObject({
      id,
      name: word,
      names: words,
      adjectives: words,
      kind: z.enum([
        'intergovernmental', 'body', 'force', 'armed-group', 'party', 'movement', 'institute', 'company', 'outlet',
      ]), // prettier-ignore
      side: id.optional(),
      of: id.optional(),
      members: z.array(id).optional(),
      metonym: z.boolean().optional(),
      /** A mouthpiece: what it prints is said by its side. */
      voice: z.boolean().optional(),
      seats: words,
    }),
  ),
});

export const objectsSchema = z.strictObject({
  source: word,
  objects: z.array(
    z.strictObject({
      id,
      kind: z.enum(['weapon', 'test', 'exercise', 'treaty', 'measure', 'site', 'vehicle', 'other']),
      is: id.optional(),
      nouns: z.array(word).min(1),
      plural: words,
    }),
  ),
});

export const rolesSchema = z.strictObject({
  source: word,
  honorifics: z.array(z.strictObject({ word, sex: sex.optional() })),
  ranks: z.array(word),
  suffixes: z.array(word),
  people: z.array(
    z.strictObject({
      id,
      nouns: z.array(word).min(1),
      duty: id.optional(),
      anonymous: z.boolean().optional(),
      counterpart: z.boolean().optional(),
      kin: z.boolean().optional(),
      topical: z.boolean().optional(),
      bodies: z.boolean().optional(),
    }),
  ),
  governments: z.array(word),
  bodies: z.array(word),
  times: z.strictObject({ past: z.array(word), then: z.array(word), coming: z.array(word) }),
  deputies: z.array(word),
  seniority: z.array(word),
  anonymity: z.array(word),
  organisationHeads: z.array(word),
  motion: z.array(word),
  placing: z.array(word),
  speech: z.array(word),
  spellings: z.record(word, word),
  male: z.array(word),
  female: z.array(word),
  persons: z.array(word),
});

export const givenNamesSchema = z.strictObject({
  source: word,
  male: z.array(word),
  female: z.array(word),
  either: z.array(word),
});

export interface ActorFiles {
  readonly countries: z.infer<typeof countriesSchema>;
  readonly places: z.infer<typeof placesSchema>;
  readonly offices: z.infer<typeof officesSchema>;
  readonly persons: z.infer<typeof personsSchema>;
  readonly organisations: z.infer<typeof organisationsSchema>;
  readonly objects: z.infer<typeof objectsSchema>;
  readonly roles: z.infer<typeof rolesSchema>;
  readonly givenNames: z.infer<typeof givenNamesSchema>;
}
