// The names of event types, predicates and actors, fetched from the API once for each language.

import { get, naming } from "./client.js";
import { language } from "./words.js";

let names = { types: {}, predicates: {} };

export async function load() {
  const [answer, actors] = await Promise.all([get("/v1/event-types"), get("/v1/names", { lang: language() })]);
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
