// Reads a QR code as a phone's camera would: from its picture, with a decoder that is none of ours.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const decoder = readFileSync(createRequire(import.meta.url).resolve('jsqr/dist/jsQR.js'), 'utf8');

/// What the QR code in a PNG picture says; null where none is found.
export async function readQr(browser, picture) {
  const page = await browser.newPage();
  await page.addScriptTag({ content: decoder });
  const text = await page.evaluate(async (data) => {
    const image = new Image();
    image.src = `data:image/png;base64,${data}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data: pixels } = context.getImageData(0, 0, canvas.width, canvas.height);
    return window.jsQR(pixels, canvas.width, canvas.height)?.data ?? null;
  }, picture.toString('base64'));
  await page.close();
  return text;
}
