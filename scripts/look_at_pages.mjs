// Started by look_at_pages.py: node look_at_pages.mjs BROWSER FOLDER PAGE...
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [executablePath, folder, ...pages] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  headless: true,
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
let wrong = 0;
for (const colorScheme of ["light", "dark"]) {
  for (const width of [390, 1280]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, offline: true });
    for (const name of pages) {
      const page = await context.newPage();
      const asked = [];
      page.on("request", (request) => asked.push(request.url()));
      await page.goto(pathToFileURL(join(folder, `${name}.html`)).href);
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`), fullPage: true });
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      await page.evaluate(axe);
      const { violations, incomplete } = await page.evaluate(() => window.axe.run());
      const where = `${name} at ${width} px, ${colorScheme}`;
      for (const { id, impact, nodes } of violations) {
        console.log(`${where}: ${impact} ${id}, ${nodes.length} times, first at ${nodes[0].html.slice(0, 160)}`);
        if (["serious", "critical"].includes(impact)) wrong += 1;
      }
      for (const { id, nodes } of incomplete) console.log(`${where}: to be looked at: ${id}, ${nodes.length} times`);
      if (wide > 0) console.log(`${where}: ${wide} px wider than the window`), (wrong += 1);
      if (asked.length > 1) console.log(`${where}: asked for ${asked.slice(1)}`), (wrong += 1);
      await page.close();
    }
    await context.close();
  }
}
await browser.close();
console.log(wrong ? `${wrong} serious` : "nothing serious");
process.exit(wrong ? 1 : 0);
