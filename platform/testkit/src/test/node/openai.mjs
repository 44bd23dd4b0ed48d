/*
 * The client that OpenAI publishes for Node, against a running service.
 *   HELIOGRAPH_URL=http://127.0.0.1:8080 HELIOGRAPH_KEY=hg_... node openai.mjs
 * Says each thing that worked on a line of its own; the first thing that did not ends it with exit code 1.
 */
import assert from "node:assert/strict";
import OpenAI from "openai";

const address = process.env.HELIOGRAPH_URL;
const client = new OpenAI({ baseURL: `${address}/v1`, apiKey: process.env.HELIOGRAPH_KEY, maxRetries: 0 });
const PROMPT = "A mountain lake at first light";

const isPng = (bytes) => bytes.subarray(1, 4).toString("latin1") === "PNG";
const isPicture = (bytes) => isPng(bytes) || bytes.subarray(8, 12).toString("latin1") === "WEBP" || bytes.readUInt16BE(0) === 0xffd8;
const said = (what) => console.log(what);

const models = [];
for await (const model of client.models.list()) models.push(model.id);
assert.ok(models.length >= 2, `models: ${models}`);
const pictures = models.find((id) => !id.includes("video"));
assert.ok(models.some((id) => id.includes("video")));
assert.ok(pictures);
said("models.list");

const inline = await client.images.generate({ model: pictures, prompt: PROMPT, size: "512x512", response_format: "b64_json" });
assert.equal(inline.data.length, 1);
assert.ok(isPicture(Buffer.from(inline.data[0].b64_json, "base64")));
assert.ok(Math.abs(inline.created - Date.now() / 1000) < 600);
said("images.generate b64_json");

const linked = await client.images.generate({ prompt: PROMPT, n: 2, size: "512x512", response_format: "url", user: "somebody", style: "vivid" });
assert.equal(linked.data.length, 2);
assert.notEqual(linked.data[0].url, linked.data[1].url);
for (const { url } of linked.data) {
  // No key, no cookie: the link itself is what opens it.
  const answer = await fetch(url);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("cache-control"), /private/);
  assert.ok(isPicture(Buffer.from(await answer.arrayBuffer())));
}
said("images.generate url, n, default model, fields unknown here");

const stream = await client.images.generate({ model: pictures, prompt: PROMPT, size: "1024x1024", stream: true, partial_images: 2 });
const events = [];
for await (const event of stream) events.push(event);
const partials = events.filter((event) => event.type === "image_generation.partial_image");
const completed = events.at(-1);
assert.equal(completed.type, "image_generation.completed");
assert.ok(isPicture(Buffer.from(completed.b64_json, "base64")));
assert.ok(partials.length <= 2);
partials.forEach((event, place) => {
  assert.equal(event.partial_image_index, place);
  assert.ok(isPicture(Buffer.from(event.b64_json, "base64")));
});
said(`images.generate stream, partial images: ${partials.length}`);

await assert.rejects(client.images.generate({ model: "nobody/has-this", prompt: PROMPT }), (error) => {
  assert.ok(error instanceof OpenAI.NotFoundError, `${error}`);
  assert.equal(error.code, "model_not_found");
  return true;
});
await assert.rejects(client.images.generate({ model: pictures, prompt: PROMPT, n: 99 }), (error) => {
  assert.ok(error instanceof OpenAI.BadRequestError, `${error}`);
  assert.equal(error.param, "n");
  assert.equal(error.type, "invalid_request_error");
  return true;
});
const stranger = new OpenAI({ baseURL: `${address}/v1`, apiKey: "hg_this-is-not-a-key", maxRetries: 0 });
await assert.rejects(stranger.models.list(), (error) => {
  assert.ok(error instanceof OpenAI.AuthenticationError, `${error}`);
  assert.equal(error.code, "invalid_api_key");
  return true;
});
said("errors as the client's own classes");
