/** Draws a photo into a canvas, fitted whole or zoomed to a box, with the box framed. */
export function draw(canvas, image, { box = null, zoom = false } = {}) {
  const scale = window.devicePixelRatio || 1;
  const width = (canvas.width = Math.max(1, canvas.clientWidth * scale));
  const height = (canvas.height = Math.max(1, canvas.clientHeight * scale));
  const context = canvas.getContext("2d");
  context.clearRect(0, 0, width, height);
  if (!image?.naturalWidth) return;
  const view = zoom && box ? around(box, image, width / height) : { x: 0, y: 0, width: image.naturalWidth, height: image.naturalHeight };
  const factor = Math.min(width / view.width, height / view.height);
  const left = (width - view.width * factor) / 2;
  const top = (height - view.height * factor) / 2;
  context.imageSmoothingQuality = "high";
  context.drawImage(image, view.x, view.y, view.width, view.height, left, top, view.width * factor, view.height * factor);
  if (box && !zoom) {
    context.lineWidth = 2 * scale;
    context.strokeStyle = "#ffd34d";
    context.strokeRect(left + (box.x - 4) * factor, top + (box.y - 4) * factor, (box.width + 8) * factor, (box.height + 8) * factor);
  }
}

/** The part of the photo to show for a box: the box with some air, in the canvas's shape. */
function around(box, image, ratio) {
  let width = box.width * 1.4;
  let height = box.height * 1.8;
  if (width / height < ratio) width = height * ratio;
  else height = width / ratio;
  width = Math.min(width, image.naturalWidth);
  height = Math.min(height, image.naturalHeight);
  const x = Math.min(Math.max(0, box.x + box.width / 2 - width / 2), image.naturalWidth - width);
  const y = Math.min(Math.max(0, box.y + box.height / 2 - height / 2), image.naturalHeight - height);
  return { x, y, width, height };
}

export const load = (url) => new Promise((resolve) => {
  const image = new Image();
  image.onload = () => resolve(image);
  image.onerror = () => resolve(null);
  image.src = url;
});
