// A JSON Schema 2020-12 validator written by others (ajv) over YAML read by others (yaml): validate.js SCHEMA FILE... prints {"FILE": ["fault", ...]}.
const fs = require('fs');
const Ajv = require('ajv/dist/2020');
const yaml = require('yaml');
const [schema, ...files] = process.argv.slice(2);
const valid = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true }).compile(JSON.parse(fs.readFileSync(schema, 'utf8')));
const faults = {};
for (const file of files) {
  faults[file] = valid(yaml.parse(fs.readFileSync(file, 'utf8'))) ? [] : valid.errors.map(e => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`);
}
console.log(JSON.stringify(faults));
