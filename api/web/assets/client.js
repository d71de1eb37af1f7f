// Talks to the REST API that served this page.

const KEY = "regesta-key";

let names = {};

/** From now on, whoever has one of these ids is called so in all answers. */
export const naming = (called) => { names = called; };

const renamed = (_, value) => (value?.name && Object.hasOwn(names, value.id) ? { ...value, name: names[value.id] } : value);

/** An answer that is not the one asked for: `problem` is the body as RFC 9457 has it. */
export class Refused extends Error {
  constructor(problem) {
    super(problem.detail || problem.title);
    this.problem = problem;
  }
}

async function call(address, options) {
  let answer;
  try {
    answer = await fetch(address, options);
  } catch {
    throw new Refused({ status: 0, title: "unreachable" });
  }
  const body = await answer.text().then((text) => JSON.parse(text, renamed)).catch(() => ({ status: answer.status, title: answer.statusText }));
  if (!answer.ok) throw new Refused(body);
  return body;
}

/** `path` with the parameters that have a value. */
export function address(path, parameters = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value);
  return query.size ? `${path}?${query}` : path;
}

export const key = () => sessionStorage.getItem(KEY) || "";
export const keep = (value) => sessionStorage.setItem(KEY, value);

const shown = () => (key() ? { Authorization: `Bearer ${key()}` } : {});

export const get = (path, parameters, signal) => call(address(path, parameters), { signal, headers: shown() });

export const post = (path, body) =>
  call(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...shown() },
    body: JSON.stringify(body),
  });
