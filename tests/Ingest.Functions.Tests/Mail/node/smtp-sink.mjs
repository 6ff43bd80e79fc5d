// An SMTP server on a free loopback port that keeps what it is sent; by the recipient's name it refuses for now or for good.
// With key.pem and cert.pem in its folder it takes mail only after STARTTLS and signing in.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
const { SMTPServer } = createRequire(new URL('../../../package.json', import.meta.url))('smtp-server');

const file = name => `${process.argv[2]}/${name}`;
const tls = existsSync(file('key.pem')) && { key: readFileSync(file('key.pem')), cert: readFileSync(file('cert.pem')) };
let count = 0;
const refuse = (code, text) => Object.assign(new Error(text), { responseCode: code });
const server = new SMTPServer({
  ...tls || { disabledCommands: ['AUTH', 'STARTTLS'] },
  authOptional: !tls,
  onAuth: ({ username, password }, session, done) => session.secure && username === 'ingest' && password === 'secret' ? done(null, { user: username }) : done(refuse(535, 'no')),
  onRcptTo: (address, _, done) => done(address.address.startsWith('later') ? refuse(451, 'try later') : address.address.startsWith('never') ? refuse(550, 'no such user') : null),
  onData: (stream, _, done) => {
    const chunks = [];
    stream.on('data', c => chunks.push(c));
    stream.on('end', () => { writeFileSync(file(`${++count}.eml`), Buffer.concat(chunks)); done(); });
  },
});
server.listen(0, '127.0.0.1', () => console.log(server.server.address().port));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
