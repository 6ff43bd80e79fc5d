// Reads rows with Microsoft's own client in another language and prints them as JSON.
// node read-rows.mjs <connection string> <table> <OData filter>
import { TableClient } from "@azure/data-tables";

const [connection, table, filter] = process.argv.slice(2);
const client = TableClient.fromConnectionString(connection, table, { allowInsecureConnection: true });
const rows = [];
for await (const row of client.listEntities({ queryOptions: { filter } })) rows.push(row);
console.log(JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? value.toString() : value)));
