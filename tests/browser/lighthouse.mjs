// Scores of the addresses that are given: one line of JSON for each. The browser is CHROME_PATH's.

import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";

const chrome = await launch({ chromeFlags: ["--headless=new", "--no-sandbox", "--disable-gpu"] });
const settings = {
  port: chrome.port,
  logLevel: "error",
  disableFullPageScreenshot: true,
  skipAudits: ["bf-cache"],
  // The server is on this machine: there is little to wait for.
  pauseAfterFcpMs: 100,
  pauseAfterLoadMs: 100,
  networkQuietThresholdMs: 500,
  cpuQuietThresholdMs: 500,
  maxWaitForLoad: 30000,
};
try {
  for (const url of process.argv.slice(2)) {
    const { lhr } = await lighthouse(url, settings);
    const scores = Object.fromEntries(Object.values(lhr.categories).map(({ id, score }) => [id, Math.round(100 * score)]));
    const weighed = Object.values(lhr.categories).flatMap((each) => each.auditRefs).filter((each) => each.weight);
    const below = [...new Set(weighed.map((each) => each.id))]
      .map((id) => lhr.audits[id])
      .filter((audit) => audit.score !== null && audit.score < 0.95)
      .map(({ id, score, displayValue }) => `${id} ${Math.round(100 * score)} ${displayValue ?? ""}`.trim());
    console.log(JSON.stringify({ url, scores, below, error: lhr.runtimeError?.message }));
  }
} finally {
  chrome.kill();
}
