// Validates manifests of Kubernetes jobs against the schema: node validate.mjs FILE...
import { readFileSync } from "node:fs";
import { Job } from "kubernetes-models/batch/v1";
import { parseAllDocuments } from "yaml";

for (const file of process.argv.slice(2)) {
  for (const document of parseAllDocuments(readFileSync(file, "utf8"))) {
    new Job(document.toJS()).validate();
    console.log(`${file}: no objection`);
  }
}
