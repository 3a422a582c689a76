// Checks publiccode.yml against its schema, and what it says against the rest of the project.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import * as yaml from 'js-yaml';

const root = new URL('../', import.meta.url);
const read = (name) => readFileSync(new URL(name, root), 'utf8');
// Dates stay text: the schema says how they are written.
const code = yaml.load(read('publiccode.yml'), { schema: yaml.JSON_SCHEMA ?? yaml.CORE_SCHEMA });
const validate = new Ajv.default({ allErrors: true, strict: false }).compile(JSON.parse(read('end2end/publiccode.schema.json')));

const complaints = [];
if (!validate(code)) {
  for (const { instancePath, message, params } of validate.errors) complaints.push(`${instancePath || '/'} ${message} ${JSON.stringify(params)}`);
}
const cargo = (key) => new RegExp(`^${key} = "(.*)"$`, 'm').exec(read('Cargo.toml'))?.[1];
const agree = (what, here, there) => {
  if (String(here) !== String(there)) complaints.push(`${what}: "${here}" here, "${there}" in the project`);
};
agree('licence', code.legal?.license, cargo('license'));
agree('version', code.softwareVersion, cargo('version'));
agree('languages', code.localisation?.availableLanguages, readdirSync(new URL('locales', root)).sort());
if (!read('CHANGELOG.md').includes(`## ${code.softwareVersion} (${code.releaseDate})`)) complaints.push('CHANGELOG.md has no such version of that date');
if (code.logo && !existsSync(new URL(code.logo, root))) complaints.push(`${code.logo} is not there`);

for (const complaint of complaints) console.log(`publiccode.yml: ${complaint}`);
process.exitCode = complaints.length ? 1 : 0;
