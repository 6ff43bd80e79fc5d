// The JSON that SendGrid's own client for Node makes for the same message, and what the published OpenAPI says of ours.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const require = createRequire(new URL('../../../package.json', import.meta.url));
const sendGrid = require('@sendgrid/mail');
const Ajv = require('ajv/dist/2020').default;

const ours = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const message = JSON.parse(readFileSync(process.argv[3], 'utf8'));

let theirs;
sendGrid.setApiKey('SG.test');
sendGrid.client.request = async request => { theirs = request.body; return [{ statusCode: 202 }, '']; };
await sendGrid.send(message);

const api = JSON.parse(readFileSync(new URL('sendgrid-openapi.json', import.meta.url), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema(api, 'api');
const validate = ajv.compile({ $ref: 'api#/components/requestBodies/PostMailSend/content/application~1json/schema' });
const valid = validate(ours);
console.log(JSON.stringify({ theirs, valid, errors: validate.errors?.slice(0, 5) ?? [] }));
