// The names of event types and predicates, fetched once from the API.

import { get } from "./client.js";
import { language } from "./words.js";

let names = { types: {}, predicates: {} };

export async function load() {
  const answer = await get("/v1/event-types");
  names = {
    types: Object.fromEntries(answer.results.map((type) => [type.id, type.label])),
    predicates: Object.assign({}, ...answer.results.map((type) => type.predicates)),
  };
}

const label = (labels, id) => labels?.[language()] ?? labels?.en ?? id;

export const typeIds = () => Object.keys(names.types);
export const typeName = (id) => label(names.types[id], id);
export const act = (predicate) => label(names.predicates[predicate], predicate);
