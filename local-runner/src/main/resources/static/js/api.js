/** Calls the API; a refusal is an Error that says the server's reason. */
async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    headers: { "X-TollBooth": "1", ...(body === undefined ? {} : { "Content-Type": "application/json" }) },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (response.status === 204) return null;
  const text = await response.text();
  const json = text ? JSON.parse(text) : null;
  if (!response.ok) {
    const error = new Error(json?.detail ?? `The request failed with ${response.status}.`);
    error.status = response.status;
    throw error;
  }
  return json;
}

export const get = (path) => call("GET", path);
export const post = (path, body = {}) => call("POST", path, body);
export const put = (path, body) => call("PUT", path, body);
export const remove = (path) => call("DELETE", path);

/** Listens to the live stream; the browser reconnects by itself. */
export function live({ overview, passage, connected }) {
  const stream = new EventSource("/api/stream");
  stream.addEventListener("open", () => connected(true));
  stream.addEventListener("error", () => connected(false));
  stream.addEventListener("overview", (event) => overview(JSON.parse(event.data)));
  stream.addEventListener("passage", (event) => passage(JSON.parse(event.data)));
}
