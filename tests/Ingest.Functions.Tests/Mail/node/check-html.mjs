// A mail's HTML: html-validate with a profile for mail, and caniemail for the clients that most readers use.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const require = createRequire(new URL('../../../package.json', import.meta.url));
const { HtmlValidate } = require('html-validate');
const { caniemail } = await import(require.resolve('caniemail'));

const html = readFileSync(process.argv[2], 'utf8');
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    'prefer-tbody': 'off',
    'no-inline-style': 'off',            // mail programs drop style sheets
    'no-deprecated-attr': 'off',         // width, align, cellpadding are what Outlook reads
    'attr-case': 'error',
    'long-title': 'off',                 // the title is the subject line
    'doctype-style': 'off',
    'no-redundant-role': 'off',
    'prefer-native-element': 'off',
    'no-raw-characters': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'tel-non-breaking': 'off',
    'element-permitted-content': 'error',
    'wcag/h37': 'error',
    'meta-refresh': 'error',
  },
});
const report = await validator.validateString(html);
const problems = report.results.flatMap(r => r.messages).map(m => `${m.ruleId} at ${m.line}:${m.column}: ${m.message}`);

// Only a media query and its classes may go unsupported: without them the inline styles stand, which are complete.
const clients = ['gmail.desktop-webmail', 'gmail.ios', 'gmail.android', 'outlook.windows', 'outlook.windows-mail', 'outlook.macos', 'outlook.outlook-com', 'outlook.ios', 'outlook.android'];
const { issues } = caniemail({ clients, html });
const unsupported = [...(issues?.errors ?? new Map())].flatMap(([client, list]) => [...list].map(i => i.title));
console.log(JSON.stringify({ problems, unsupported: [...new Set(unsupported)].sort() }));
