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

// Processor time, so that a busy machine does not change the figure.
const seconds = () => process.cpuUsage().user / 1e6;

const result = {};
for (const [name, work] of Object.entries(peers)) {
  work(documents[0].slice(0, 400)); // compiles, and loads its tables
  const start = seconds();
  let done = 0;
  for (let i = 0; seconds() - start < 2; i++) {
    const text = documents[i % documents.length];
    work(text);
    done += Buffer.byteLength(text);
  }
  result[name] = done / 1e6 / (seconds() - start);
}
console.log(JSON.stringify(result));
