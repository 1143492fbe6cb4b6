/**
 * Makes the images that are kept in the repository from what they show: the extension's icon from its SVG, and the README's
 * pictures from the screenshots that the window test leaves. Run after either changes: `npm run images`.
 */
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root, screenshots } from './lib/project.ts';
import { launchBrowser } from './vscode/chromium.ts';
import { prepareHost } from './vscode/prepare.ts';

const ICON_SIZE = 128;
/** In docs/images ← in the window test's screenshots. */
const PICTURES = { 'card.png': 'hover-card.png', 'fix.png': 'quick-fix-menu.png' };

await prepareHost();
const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: ICON_SIZE, height: ICON_SIZE } });
  const svg = readFileSync(path.join(root, 'images/icon.svg'), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  writeFileSync(path.join(root, 'images/icon.png'), await page.screenshot({ omitBackground: true }));
} finally {
  await browser.close();
}

const pictures = path.join(root, 'docs/images');
mkdirSync(pictures, { recursive: true });
for (const [picture, shot] of Object.entries(PICTURES)) {
  const from = path.join(screenshots, shot);
  if (existsSync(from)) copyFileSync(from, path.join(pictures, picture));
  else console.log(`${picture}: kept as it is; run \`npm test\` first for a new ${shot}`);
}
