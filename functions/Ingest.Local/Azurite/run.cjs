// Runs Azurite for as long as the parent holds our standard input open, so that not even a killed parent leaves it behind.
const once = process.once;
process.once = (event, listener) => (event === "SIGINT" ? process : once.call(process, event, listener));
process.on("SIGINT", () => {}); // Ctrl-C reaches the whole group of processes; the parent decides when storage closes.

process.stdin.on("end", () => {
  process.emit("SIGTERM"); // Azurite writes its data and closes, on Windows too.
  setTimeout(() => process.exit(0), 10000).unref();
});
process.stdin.resume();
require("azurite/dist/src/azurite.js");
