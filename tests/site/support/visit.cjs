// Visits a site with Chromium as its readers do, and writes what it saw as JSON to standard output.
// Standard input has { browser, address, pages, only }; with `only: "pages"` it just opens the pages.
// Judges nothing: the tests do.
"use strict";

const { readFileSync } = require("node:fs");
const { chromium } = require("playwright-core");
const axe = require.resolve("axe-core/axe.min.js");

const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 375, height: 812 };
const TABS = 60; // more than the stops before an article

async function main() {
  const { browser: executablePath, address, pages, only } = JSON.parse(readFileSync(0, "utf-8"));
  const browser = await chromium.launch({ executablePath });
  try {
    const seen = { version: browser.version(), pages: {}, messages: [], requests: [] };
    const open = async (options) => {
      const context = await browser.newContext({ viewport: DESKTOP, ...options });
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      watch(page, seen);
      return { page, go: (path) => page.goto(address + path), close: () => context.close() };
    };
    await Promise.all([
      visitAll(open, pages, { colorScheme: "light" }, seen, "light", only !== "pages"),
      visitAll(open, pages, { colorScheme: "dark", viewport: PHONE }, seen, "dark", only !== "pages"),
    ]);
    if (only !== "pages") {
      seen.search = await search(open);
      seen.keys = await keys(open);
      seen.copied = await copy(open);
      seen.theme = await theme(open);
      seen.places = { desktop: await places(open, DESKTOP), phone: await places(open, PHONE) };
    }
    process.stdout.write(JSON.stringify(seen));
  } finally {
    await browser.close();
  }
}

function watch(page, seen) {
  const told = (kind, text) => seen.messages.push(`${new URL(page.url()).pathname} ${kind} ${text}`);
  page.on("console", (message) => {
    if (message.type() !== "log") told(message.type(), message.text());
  });
  page.on("pageerror", (error) => told("exception", error.message));
  page.on("dialog", (dialog) => {
    told("dialog", dialog.message());
    dialog.dismiss();
  });
  page.on("requestfailed", (request) => {
    const reason = request.failure()?.errorText; // a page that is left stops loading
    if (reason !== "net::ERR_ABORTED") told("failed", `${request.url()} ${reason}`);
  });
  page.on("request", (request) => seen.requests.push(request.url()));
}

// Looks at each page once: as wide as a desk and light, or as narrow as a phone and dark.
async function visitAll(open, pages, options, seen, scheme, isJudged) {
  const { page, go, close } = await open(options);
  if (isJudged) await page.addInitScript({ path: axe });
  for (const path of pages) {
    await go(path);
    const found = await page.evaluate(look);
    seen.pages[path] = { ...seen.pages[path], [scheme]: found };
  }
  await close();
}

/* global document, location, window, navigator, getComputedStyle */

async function look() {
  const root = document.documentElement;
  const judge = window.axe ?? { run: () => ({ violations: [] }) };
  const { violations } = await judge.run({ resultTypes: ["violations"] });
  return {
    background: getComputedStyle(document.body).backgroundColor,
    width: root.scrollWidth,
    violations: violations.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.target}`)),
    ids: [...document.querySelectorAll("[id]")].map((element) => element.id),
    links: [...document.querySelectorAll("a[href]")].map((link) => link.href),
    scripts: [...document.scripts].map((script) => script.src || script.textContent.trim()),
    attacked: window.attacked ?? null,
  };
}

async function search(open) {
  const { page, go, close } = await open({});
  const found = {};
  for (const words of ["create", "list api keys", "NotFoundResponseError"]) {
    await go("index.html");
    await page.getByRole("textbox", { name: "Search" }).fill(words);
    await page.keyboard.press("Enter");
    await page.locator("#search-results li a").first().waitFor();
    await page.getByText(/^Search finished/).waitFor();
    found[words] = await page
      .locator("#search-results li a")
      .evaluateAll((links) => links.map((link) => link.href));
  }
  await go("search.html?q=create");
  await page.locator('#search-results a[href$="#create"]').click();
  await page.waitForURL(/#create$/);
  found.opened = await page.locator("#create > h2").boundingBox();
  await close();
  return found;
}

// Tabs through the first part of a page, and scrolls code.
async function keys(open) {
  const { page, go, close } = await open({});
  await go("sdks/apikeys.html");
  const stops = [];
  for (let stop = 0; stop < TABS; stop++) {
    await page.keyboard.press("Tab");
    stops.push(
      await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
        const text = document.activeElement.textContent.trim().slice(0, 40);
        return {
          text: text || document.activeElement.ariaLabel,
          visible: outlineStyle !== "none" && outlineWidth !== "0px",
        };
      }),
    );
  }
  const code = page.locator("#create pre").first();
  await code.focus();
  await page.keyboard.press("ArrowRight");
  await page.waitForFunction(() => document.querySelector("#create pre").scrollLeft > 0);
  const scrolled = await code.evaluate((element) => element.scrollLeft > 0);
  await close();
  return { stops, scrolled };
}

async function copy(open) {
  const { page, go, close } = await open({ permissions: ["clipboard-read", "clipboard-write"] });
  await go("index.html");
  await page.getByRole("button", { name: "Copy" }).first().click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  await close();
  return text;
}

// The button goes from automatic to the other colours; the next page has them, too.
async function theme(open) {
  const { page, go, close } = await open({ colorScheme: "light" });
  const colours = () =>
    page.evaluate(() => [
      document.body.dataset.theme,
      getComputedStyle(document.body).backgroundColor,
    ]);
  await go("index.html");
  const before = await colours();
  await page.locator(".theme-toggle-content button").click();
  const after = await colours();
  await go("errors.html");
  const next = await colours();
  await close();
  return { before, after, next };
}

// Where the parts of an operation are, and where its anchor leads to.
async function places(open, viewport) {
  const { page, go, close } = await open({ viewport });
  await go("sdks/apikeys.html#create");
  await page.waitForFunction(() => {
    const { y } = document.querySelector("#create > h2").getBoundingClientRect();
    return y >= 0 && y < innerHeight / 4; // it has been scrolled to
  });
  const found = await page.evaluate(() => {
    // All at once: the page may still be scrolling.
    const box = (selector) => document.querySelector(selector).getBoundingClientRect().toJSON();
    const { x, y } = box("#create > h2");
    return {
      example: box("#create .sides > section:nth-child(1)"),
      response: box("#create .sides > section:nth-child(2)"),
      parameters: box("#create .operation > section"),
      shown: document.elementFromPoint(x + 5, y + 5).textContent, // and nothing is above it
    };
  });
  await close();
  return found;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
