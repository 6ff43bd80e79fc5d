// Reads documents' names on the command line and prints, for each peer, MB of UTF-8 a second on one core.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Jieba } = require("@node-rs/jieba");
const { dict } = require("@node-rs/jieba/dict.js");
const recognizers = require("@microsoft/recognizers-text-suite");

const documents = process.argv.slice(2).map((name) => readFileSync(name, "utf8"));
const chinese = recognizers.Culture.Chinese;
const jieba = Jieba.withDict(dict);

const peers = {
  jieba: (text) => jieba.cut(text, true),
  recognizers: (text) => {
    recognizers.recognizeCurrency(text, chinese, undefined, false);
    recognizers.recognizeDateTime(text, chinese, undefined, undefined, false);
  },
};

// The best time of each document, so that neither compiling nor a busy machine changes the figure.
const result = {};
for (const [name, work] of Object.entries(peers)) {
  const best = new Map();
  const start = performance.now();
  for (let i = 0; performance.now() - start < 4000 || i < documents.length; i++) {
    const text = documents[i % documents.length];
    const before = performance.now();
    work(text);
    best.set(text, Math.min(best.get(text) ?? Infinity, performance.now() - before));
  }
  const bytes = documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  result[name] = bytes / 1e6 / ([...best.values()].reduce((sum, time) => sum + time, 0) / 1000);
}
console.log(JSON.stringify(result));
