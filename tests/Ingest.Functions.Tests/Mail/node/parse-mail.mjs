// Reads an .eml with mailparser, written by others than the code under test; prints what it found as JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const { simpleParser } = createRequire(new URL('../../../package.json', import.meta.url))('mailparser');

const raw = readFileSync(process.argv[2]);
const mail = await simpleParser(raw, { skipImageLinks: true, skipHtmlToText: true, skipTextToHtml: true, skipTextLinks: true });
console.log(JSON.stringify({
  from: mail.from.value[0], to: mail.to.value[0], subject: mail.subject, messageId: mail.messageId, date: mail.date,
  html: mail.html, text: mail.text, attachments: mail.attachments.length,
  headers: Object.fromEntries([...mail.headerLines].map(h => [h.key, h.line.slice(h.line.indexOf(':') + 1).replace(/\r\n[ \t]/g, ' ').trim()])),
  longestLine: Math.max(...raw.toString('latin1').split(/\r?\n/).map(l => l.length)),
  ascii: raw.every(b => b < 128),
}));
