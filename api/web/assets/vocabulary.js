// The names of event types and predicates, which the API gives in all languages at once, and of actors in one.

import { address, get, naming } from "./client.js";
import { language } from "./words.js";

let names = { types: {}, predicates: {} };

const fetched = new Map();

async function once(asked) {
  if (!fetched.has(asked)) fetched.set(asked, await get(asked));
  return fetched.get(asked);
}

export async function load() {
  const [answer, actors] = await Promise.all([once("/v1/event-types"), once(address("/v1/names", { lang: language() }))]);
  naming(actors.names);
  names = {
    types: Object.fromEntries(answer.results.map((type) => [type.id, type.label])),
    predicates: Object.assign({}, ...answer.results.map((type) => type.predicates)),
  };
}

const label = (labels, id) => labels?.[language()] ?? labels?.en ?? id;

export const typeIds = () => Object.keys(names.types);
export const typeName = (id) => label(names.types[id], id);
export const act = (predicate) => label(names.predicates[predicate], predicate);
