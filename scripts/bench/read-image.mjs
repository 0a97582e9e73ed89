import { pathToFileURL } from 'node:url';

/** Reads what is in an image: `read-image.mjs SOURCES IMAGE`. Prints seconds, peak memory in MiB and counts as JSON. */
const [sources = '', image = ''] = process.argv.slice(2);
const { createEngine, imageContents, LayerDigests } = await import(pathToFileURL(sources).href);

const engine = createEngine(process.env);
const { id } = await engine.image(image);
const digests = new LayerDigests();
const start = performance.now();
const layers = await engine.readImage(id, digests, new AbortController().signal);
const { counts } = imageContents(layers, digests);
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ seconds, memory: Math.round(process.resourceUsage().maxRSS / 1024), counts }));
process.exit(0);
